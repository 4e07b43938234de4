package dev.claimgraph.api;

import dev.claimgraph.shared.BadArgument;
import dev.claimgraph.shared.Forbidden;
import dev.claimgraph.shared.Refusal;
import graphql.language.SourceLocation;
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
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;

/** What callers hear of what was thrown: what they can act on. The log has everything else. */
record ToldFailure(ErrorCode code, String sentence) {

    private static final Logger log = LoggerFactory.getLogger(ToldFailure.class);

    /** @param place where it was thrown, for the log */
    static ToldFailure of(Throwable failure, String requestId, Object place) {
        return switch (unwrapped(failure)) {
            case Forbidden forbidden -> told(ErrorCode.FORBIDDEN, forbidden.getMessage());
            case AccessDeniedException denied -> told(ErrorCode.FORBIDDEN, new Forbidden().getMessage());
            case AccessLost lost -> told(ErrorCode.FORBIDDEN, lost.getMessage());
            case AuthenticationException nobody -> told(ErrorCode.UNAUTHENTICATED, "Log in first.");
            case BadArgument bad -> told(ErrorCode.BAD_REQUEST, bad.getMessage());
            case Refusal refusal -> told(ErrorCode.BAD_REQUEST, refusal.getMessage());
            case BindException unfit -> told(ErrorCode.BAD_REQUEST, complaints(unfit));
            default -> unexpected(failure, requestId, place);
        };
    }

    RequestError at(@Nullable List<SourceLocation> locations, @Nullable List<Object> path, String requestId) {
        return code == ErrorCode.INTERNAL
                ? RequestError.internal(locations, path, requestId)
                : new RequestError(code, sentence, locations, path, requestId);
    }

    private static ToldFailure told(ErrorCode code, @Nullable String sentence) {
        return new ToldFailure(code, sentence == null ? code.name() : sentence);
    }

    private static ToldFailure unexpected(Throwable failure, String requestId, Object place) {
        if (causes(failure).anyMatch(ToldFailure::didNotReachTheGraph)) {
            log.warn("Request {} did not reach the graph at {}: {}", requestId, place, failure.toString());
            return told(ErrorCode.UNAVAILABLE, "The graph cannot be reached at the moment; try again.");
        }
        if (causes(failure).anyMatch(ToldFailure::mayNotBeWritten)) {
            log.warn("Request {} found the graph read-only at {}", requestId, place);
            return told(
                    ErrorCode.UNAVAILABLE,
                    "Nothing can be written at the moment, as the graph's disk is full or kept from writes; reading"
                            + " goes on. Try again later.");
        }
        if (causes(failure).anyMatch(ToldFailure::tookTooLong)) {
            log.warn("Request {} took too long at {}", requestId, place);
            return told(ErrorCode.TIMEOUT, "This took too long and was ended; ask for less at a time.");
        }
        log.error("Request {} failed at {}", requestId, place, failure);
        return told(ErrorCode.INTERNAL, null);
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
