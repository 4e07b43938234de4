package dev.claimgraph.api;

import graphql.ExecutionInput;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a subscription begin only where its results can be sent as they come. */
@Component
class Subscriptions implements WebGraphQlInterceptor {

    /** The attribute of a request that its transport sets where it sends many results. */
    static final String STREAMED = Subscriptions.class.getName();

    static final String REFUSAL =
            "Subscriptions are answered over WebSocket (graphql-transport-ws) or as text/event-stream.";

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (request.getAttributes().containsKey(STREAMED)) {
            request.configureExecutionInput((input, builder) ->
                    builder.graphQLContext(Map.of(STREAMED, true)).build());
        }
        return chain.next(request);
    }

    /** Whether this is a subscription that came by a transport that sends one answer only. */
    static boolean isMisplaced(ExecutionInput input, Document document) {
        return !input.getGraphQLContext().hasKey(STREAMED) && isAny(input, document, Operation.SUBSCRIPTION);
    }

    /** Whether what is to be run, or could be where no name says so, is of a kind. */
    static boolean isAny(ExecutionInput input, Document document, Operation kind) {
        var name = input.getOperationName();
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> name == null || name.isEmpty() || name.equals(operation.getName()))
                .anyMatch(operation -> operation.getOperation() == kind);
    }
}
