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
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import reactor.core.publisher.Mono;

/**
 * What is answered without a caller: with {@code claimgraph.public-reading}, what is published of claims, so many times a minute for
 * each address; else nothing.
 */
@Component
class PublicReading extends OncePerRequestFilter implements WebGraphQlInterceptor {

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

    boolean isOpen() {
        return isOpen;
    }

    boolean reaches(Set<Scope> needed) {
        return isOpen && !needed.isEmpty() && PUBLIC.containsAll(needed);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isOpen || !request.getRequestURI().equals("/graphql");
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
}
