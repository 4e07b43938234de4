package dev.claimgraph.access;

import graphql.introspection.Introspection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import reactor.core.publisher.Mono;

/**
 * What is answered without a caller: with {@code claimgraph.public-reading}, what is published of claims, so many times a minute for
 * each address; else nothing.
 */
@Component
class PublicReading implements WayIn, WebGraphQlInterceptor {

    private static final String ENDPOINT = "/graphql";
    private static final Set<Scope> PUBLIC = Set.of(Scope.PUBLICATIONS_READ);

    private final Callers callers;
    private final boolean isOpen;
    private final Brake brake;

    PublicReading(
            Callers callers,
            @Value("${claimgraph.public-reading:false}") boolean isOpen,
            @Value("${claimgraph.limits.public-rate:600}") long rate) {
        this.callers = callers;
        this.isOpen = isOpen;
        this.brake = new Brake(rate);
    }

    @Override
    public void open(HttpSecurity http) {
        if (isOpen) {
            http.addFilterBefore(new Slowing(), AuthorizationFilter.class)
                    .authorizeHttpRequests(
                            requests -> requests.requestMatchers(ENDPOINT).permitAll());
        }
    }

    boolean reaches(Set<Scope> needed) {
        return isOpen && !needed.isEmpty() && PUBLIC.containsAll(needed);
    }

    /** The schema is nothing that is published. */
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (callers.identity() == null) {
            request.configureExecutionInput(
                    (input, builder) -> builder.graphQLContext(Map.of(Introspection.INTROSPECTION_DISABLED, true))
                            .build());
        }
        return chain.next(request);
    }

    /** Not a bean, which would be a filter of its own beside those of security. */
    private final class Slowing extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getServletPath().equals(ENDPOINT);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
                throws ServletException, IOException {
            if (callers.identity() == null && brake.stops(request.getRemoteAddr())) {
                Challenge.tooOften(response, "This address asked too often; ask again in a minute.");
            } else {
                rest.doFilter(request, response);
            }
        }
    }
}
