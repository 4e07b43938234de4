package dev.claimgraph.api;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What is answered at /graphql, ahead of Boot's routes, which take no GET and refuse without a word. */
@Configuration(proxyBeanMethods = false)
class Endpoint {

    static final String PATH = "/graphql";

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> answered(Answers answers) {
        return RouterFunctions.route()
                .route(methods(GET, POST).and(path(PATH)), answers::handleRequest)
                .route(path(PATH), Answers::refusedMethod)
                .build();
    }
}
