package dev.claimgraph.api;

import graphql.ErrorClassification;

/** What went wrong with a request as a whole, for programs: the {@code extensions.code} of a top-level error. */
public enum ErrorCode implements ErrorClassification {
    BAD_REQUEST,
    METHOD_NOT_ALLOWED,
    OVER_LIMIT,
    UNTRUSTED_DOCUMENT,
    TIMEOUT,
    UNAUTHENTICATED,
    FORBIDDEN,
    UNAVAILABLE,
    INTERNAL
}
