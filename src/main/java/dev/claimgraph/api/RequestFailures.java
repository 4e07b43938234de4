package dev.claimgraph.api;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.introspection.IntrospectionDisabledError;
import graphql.validation.ValidationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives every error that no field threw its code and the request's id: bad documents and variables, and our own bugs. Nobody learns the
 * schema from them: a bad document is told a few of its errors and, where introspection is off, only the places.
 */
@Component
class RequestFailures implements WebGraphQlInterceptor {

    private static final Logger log = LoggerFactory.getLogger(RequestFailures.class);
    private static final int MOST_OF_A_DOCUMENT = 5;

    private final Exploring exploring;

    RequestFailures(Exploring exploring) {
        this.exploring = exploring;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> {
            var result = response.getExecutionResult();
            var most = result.isDataPresent() ? Integer.MAX_VALUE : MOST_OF_A_DOCUMENT;
            return result.getErrors().isEmpty()
                    ? response
                    : response.transform(answer -> answer.errors(result.getErrors().stream()
                            .limit(most)
                            .map(error -> coded(error, request.getId()))
                            .toList()));
        });
    }

    private GraphQLError coded(GraphQLError error, String requestId) {
        if (error instanceof RequestError) {
            return error;
        }
        if (error instanceof IntrospectionDisabledError) {
            var message = "Introspection is off here; read the schema where the service is developed.";
            return new RequestError(ErrorCode.BAD_REQUEST, message, error.getLocations(), error.getPath(), requestId);
        }
        if (error instanceof BadFaithIntrospectionError) {
            var message = "This introspects more than any tool has to; ask for less at a time.";
            return new RequestError(ErrorCode.OVER_LIMIT, message, error.getLocations(), error.getPath(), requestId);
        }
        if (error instanceof ValidationError && !exploring.isOpen()) {
            var message = "What stands here does not fit the schema.";
            return new RequestError(ErrorCode.BAD_REQUEST, message, error.getLocations(), error.getPath(), requestId);
        }
        if (isBug(error.getErrorType())) {
            log.error("Request {} failed: {}", requestId, error);
            return RequestError.internal(error.getLocations(), error.getPath(), requestId);
        }
        return new RequestError(
                ErrorCode.BAD_REQUEST, plain(error.getMessage()), error.getLocations(), error.getPath(), requestId);
    }

    /** graphql-java's sentences without the names of its classes. */
    private static String plain(String message) {
        return message.replaceFirst("^Validation error \\(\\w+(@\\[([^]]*)])?\\) : ", "$2: ")
                .replaceFirst("^: ", "")
                .replaceAll("\\b\\w+Value\\{(?:\\w+=)?'?([^'{}]*)'?}", "$1")
                .replaceFirst(" with value '\\w+\\{.*}'", "");
    }

    private static boolean isBug(ErrorClassification type) {
        return !(type instanceof ErrorType known)
                || known == ErrorType.DataFetchingException
                || known == ErrorType.NullValueInNonNullableField;
    }
}
