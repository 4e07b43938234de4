package dev.claimgraph.copycheck;

/** What the copy check says of a passage. */
enum CheckCode {
    APPROVED,
    STALE_CLAIM,
    WITHDRAWN_CLAIM,
    NOT_APPROVED,
    VALUE_MISMATCH,
    CONTRADICTION,
    QUALIFIER_MISSING,
    UNSUBSTANTIATED,
    FLAGGED_PHRASE
}
