package dev.claimgraph.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves GraphiQL from our own files, so that it works without the internet; nothing where nobody may look around. */
@Configuration(proxyBeanMethods = false)
class GraphiqlPage implements WebMvcConfigurer {

    private final Exploring exploring;

    GraphiqlPage(Exploring exploring) {
        this.exploring = exploring;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/graphiql").setViewName("forward:/graphiql/index.html");
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                            throws IOException {
                        if (!exploring.isOpen()) {
                            response.sendError(HttpStatus.NOT_FOUND.value());
                        }
                        return exploring.isOpen();
                    }
                })
                .addPathPatterns("/graphiql", "/graphiql/**");
    }
}
