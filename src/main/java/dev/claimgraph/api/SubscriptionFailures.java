package dev.claimgraph.api;

import graphql.GraphQLError;
import java.util.List;
import java.util.UUID;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.stereotype.Component;

/** Answers what ends a subscription, as {@link FieldFailures} answers what a field threw. */
@Component
class SubscriptionFailures extends SubscriptionExceptionResolverAdapter {

    @Override
    protected GraphQLError resolveToSingleError(Throwable failure) {
        return error(failure);
    }

    static List<GraphQLError> errors(Throwable failure) {
        return failure instanceof SubscriptionPublisherException told ? told.getErrors() : List.of(error(failure));
    }

    private static GraphQLError error(Throwable failure) {
        var requestId = UUID.randomUUID().toString();
        return ToldFailure.of(failure, requestId, "a subscription").at(null, null, requestId);
    }
}
