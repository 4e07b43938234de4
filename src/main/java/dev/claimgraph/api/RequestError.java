package dev.claimgraph.api;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A top-level error as callers see it: what and where, with its code and the id of the request that the log knows. */
record RequestError(
        ErrorCode code,
        String message,
        @Nullable List<SourceLocation> locations,
        @Nullable List<Object> path,
        String requestId)
        implements GraphQLError {

    static RequestError internal(
            @Nullable List<SourceLocation> locations, @Nullable List<Object> path, String requestId) {
        var message =
                "Something went wrong on our side. The log has more under the request's id, %s.".formatted(requestId);
        return new RequestError(ErrorCode.INTERNAL, message, locations, path, requestId);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    @Override
    public ErrorClassification getErrorType() {
        return code;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", code.name(), "requestId", requestId);
    }

    /** Leaves out the classification, which says less than the code. */
    @Override
    public Map<String, Object> toSpecification() {
        var specification = new LinkedHashMap<>(GraphQLError.super.toSpecification());
        specification.put("extensions", getExtensions());
        return specification;
    }
}
