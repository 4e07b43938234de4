package dev.claimgraph.shared;

/** Why a write was refused, for programs. */
public enum ProblemCode {
    REQUIRED,
    INVALID,
    TOO_LONG,
    NOT_FOUND,
    WRONG_TYPE,
    KEY_TAKEN,
    CONFLICT,
    UNKNOWN_ATTRIBUTE,
    OPERATOR_MISMATCH,
    UNIT_MISMATCH,
    CHECK_FAILS,
    NOT_VERIFIED,
    KIND_DEMAND,
    SAME_PERSON,
    OPEN_FINDING,
    APPROVERS_MISSING,
    WRONG_STATUS,
    CYCLE,
    IDEMPOTENCY_MISMATCH,
    FORBIDDEN
}
