package dev.claimgraph.staleness;

import dev.claimgraph.claim.Reason;
import dev.claimgraph.claim.Reason.ClearingAction;
import dev.claimgraph.claim.Reason.Code;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a claim is not usable, by the letter of the contract. */
record PlainReason(
        Code code,
        @Nullable String factId,
        @Nullable String attribute,
        @Nullable String before,
        @Nullable String after,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable ClearingAction clearedBy) {

    static PlainReason of(Reason reason) {
        return new PlainReason(
                reason.code(),
                reason.fact() == null ? null : reason.fact().id(),
                reason.attribute(),
                reason.before(),
                reason.after(),
                reason.personId(),
                reason.at(),
                reason.clearedBy());
    }

    static PlainReason of(Code code, @Nullable Moment since) {
        return new PlainReason(
                code, null, null, null, null, since == null ? null : since.by(), since == null ? null : since.at());
    }

    PlainReason(
            Code code,
            @Nullable String factId,
            @Nullable String attribute,
            @Nullable String before,
            @Nullable String after,
            @Nullable String by,
            @Nullable Instant at) {
        this(code, factId, attribute, before, after, by, at, clearing(code));
    }

    PlainReason clearedBy(ClearingAction action) {
        return new PlainReason(code, factId, attribute, before, after, by, at, action);
    }

    private static @Nullable ClearingAction clearing(Code code) {
        return switch (code) {
            case NOT_APPROVED -> ClearingAction.APPROVE_CLAIM;
            case WITHDRAWN, SUPERSEDED -> null;
            case EXPIRED, KIND_DEMAND, FACT_RETRACTED -> ClearingAction.REVISE_CLAIM;
            case FACT_UNVERIFIED, FACT_SUSPECT, FACT_LAPSED, FACT_DISPUTED -> ClearingAction.VERIFY_FACT;
            case FACT_CONTRADICTED -> ClearingAction.REVERT_SUBJECT;
            case FACT_REWORDED -> ClearingAction.REAFFIRM_CLAIM;
        };
    }
}
