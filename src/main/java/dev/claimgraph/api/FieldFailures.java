package dev.claimgraph.api;

import dev.claimgraph.shared.BadArgument;
import dev.claimgraph.shared.Forbidden;
import dev.claimgraph.shared.Refusal;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/** Answers what a field threw: callers hear what they can act on, the log everything else. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FieldFailures extends DataFetcherExceptionResolverAdapter {

    private static final Logger log = LoggerFactory.getLogger(FieldFailures.class);

    @Override
    protected GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment field) {
        return switch (unwrapped(failure)) {
            case Forbidden forbidden -> error(ErrorCode.FORBIDDEN, forbidden.getMessage(), field);
            case AccessDeniedException denied -> error(ErrorCode.FORBIDDEN, new Forbidden().getMessage(), field);
            case AuthenticationException nobody -> error(ErrorCode.UNAUTHENTICATED, "Log in first.", field);
            case BadArgument bad -> error(ErrorCode.BAD_REQUEST, bad.getMessage(), field);
            case Refusal refusal -> error(ErrorCode.BAD_REQUEST, refusal.getMessage(), field);
            case BindException unfit -> error(ErrorCode.BAD_REQUEST, complaints(unfit), field);
            default -> unexpected(failure, field);
        };
    }

    private static GraphQLError unexpected(Throwable failure, DataFetchingEnvironment field) {
        var path = field.getExecutionStepInfo().getPath();
        var requestId = field.getExecutionId().toString();
        if (causes(failure).anyMatch(FieldFailures::didNotReachTheGraph)) {
            log.warn("Request {} did not reach the graph at {}: {}", requestId, path, failure.toString());
            return error(ErrorCode.UNAVAILABLE, "The graph cannot be reached at the moment; try again.", field);
        }
        if (causes(failure).anyMatch(FieldFailures::mayNotBeWritten)) {
            log.warn("Request {} found the graph read-only at {}", requestId, path);
            return error(
                    ErrorCode.UNAVAILABLE,
                    "Nothing can be written at the moment, as the graph's disk is full or kept from writes; reading"
                            + " goes on. Try again later.",
                    field);
        }
        if (causes(failure).anyMatch(FieldFailures::tookTooLong)) {
            log.warn("Request {} took too long at {}", requestId, path);
            return error(ErrorCode.TIMEOUT, "This took too long and was ended; ask for less at a time.", field);
        }
        log.error("Request {} failed at {}", requestId, path, failure);
        return RequestError.internal(locations(field), path.toList(), requestId);
    }

    /** That all connections stayed taken, the driver says in no other way. */
    private static boolean didNotReachTheGraph(Throwable failure) {
        return failure instanceof RetryableException
                || failure instanceof ClientException client
                        && String.valueOf(client.getMessage()).startsWith("Unable to acquire connection from the pool");
    }

    private static boolean mayNotBeWritten(Throwable failure) {
        return failure instanceof Neo4jException neo4j && neo4j.containsGqlStatus("42N18");
    }

    private static boolean tookTooLong(Throwable failure) {
        return failure instanceof Neo4jException neo4j
                && (neo4j.code().startsWith("Neo.ClientError.Transaction.TransactionTimedOut")
                        || neo4j.code().equals("Neo.ClientError.Transaction.Terminated"));
    }

    private static GraphQLError error(ErrorCode code, @Nullable String message, DataFetchingEnvironment field) {
        return new RequestError(
                code,
                message == null ? code.name() : message,
                locations(field),
                field.getExecutionStepInfo().getPath().toList(),
                field.getExecutionId().toString());
    }

    private static List<SourceLocation> locations(DataFetchingEnvironment field) {
        var location = field.getField().getSourceLocation();
        return location == null ? List.of() : List.of(location);
    }

    private static Throwable unwrapped(Throwable failure) {
        var cause = failure.getCause();
        if (cause == null
                || !(failure instanceof CompletionException || failure instanceof BeanInstantiationException)) {
            return failure;
        }
        var refusedInput = failure instanceof BeanInstantiationException && cause instanceof IllegalArgumentException;
        return refusedInput ? new BadArgument(String.valueOf(cause.getMessage())) : unwrapped(cause);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static String complaints(BindException unfit) {
        return unfit.getFieldErrors().stream()
                .map(error -> "%s cannot be %s."
                        .formatted(error.getField().replaceFirst("^\\$\\.?", ""), error.getRejectedValue()))
                .collect(Collectors.joining(" "));
    }
}
