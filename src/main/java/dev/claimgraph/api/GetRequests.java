package dev.claimgraph.api;

import graphql.ExecutionInput;
import graphql.language.Document;
import graphql.language.OperationDefinition.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** What is particular to requests by GET: they are read from the address, never write, and may be kept as long as every use asks again. */
@Component
class GetRequests implements WebGraphQlInterceptor {

    private static final String BY_GET = GetRequests.class.getName();

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final JsonMapper json;
    private final ObjectReader objects;

    GetRequests(JsonMapper json) {
        this.json = json;
        this.objects = json.readerForMapOf(Object.class);
    }

    /** The request as if it had been posted. */
    ServerRequest posted(ServerRequest request) {
        try {
            var params = request.params().toSingleValueMap();
            var body = new HashMap<String, Object>(params);
            for (var name : List.of("variables", "extensions")) {
                body.computeIfPresent(name, (key, text) -> objects.readValue((String) text));
            }
            return bare(request)
                    .attribute(BY_GET, true)
                    .headers(headers -> headers.setContentType(MediaType.APPLICATION_JSON))
                    .body(json.writeValueAsBytes(body))
                    .build();
        } catch (JacksonException | IllegalStateException unreadable) {
            throw new ServerWebInputException("unreadable", null, unreadable);
        }
    }

    /** The request without a body, and without what stands behind the path of its address. */
    static ServerRequest.Builder bare(ServerRequest request) {
        var path =
                UriComponentsBuilder.fromUri(request.uri()).replaceQuery(null).build(true);
        return ServerRequest.from(request).uri(path.toUri());
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!request.getAttributes().containsKey(BY_GET)) {
            return chain.next(request);
        }
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(Map.of(BY_GET, true)).build());
        var keep = keep();
        return chain.next(request).doOnNext(answer -> {
            var headers = answer.getResponseHeaders();
            headers.setCacheControl(answer.getErrors().isEmpty() ? keep : CacheControl.noStore());
            headers.setVary(List.of(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE));
            if (isRefused(answer)) {
                headers.setAllow(Set.of(HttpMethod.POST));
            }
        });
    }

    /** Whether this came by GET, and would not only read. */
    static boolean writes(ExecutionInput input, Document document) {
        return input.getGraphQLContext().hasKey(BY_GET) && Subscriptions.isAny(input, document, Operation.MUTATION);
    }

    static boolean isRefused(WebGraphQlResponse answer) {
        return answer.getExecutionResult().getErrors().stream()
                .anyMatch(error -> error.getErrorType() == ErrorCode.METHOD_NOT_ALLOWED);
    }

    private CacheControl keep() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return trust.isAuthenticated(caller) ? CacheControl.noCache().cachePrivate() : CacheControl.noCache();
    }
}
