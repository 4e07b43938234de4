package dev.claimgraph.api;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** Answers what a field threw: callers hear what they can act on, the log everything else. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FieldFailures extends DataFetcherExceptionResolverAdapter {

    @Override
    protected GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment field) {
        var path = field.getExecutionStepInfo().getPath();
        var requestId = field.getExecutionId().toString();
        return ToldFailure.of(failure, requestId, path).at(locations(field), path.toList(), requestId);
    }

    private static List<SourceLocation> locations(DataFetchingEnvironment field) {
        var location = field.getField().getSourceLocation();
        return location == null ? List.of() : List.of(location);
    }
}
