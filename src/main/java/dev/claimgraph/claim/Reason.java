package dev.claimgraph.claim;

import dev.claimgraph.fact.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a claim is not usable.
 *
 * @param at when it came to be; null where no one moment made it so
 * @param personId who made it so; null where nobody did
 * @param fact the fact that it comes from; null for the codes that do not begin with FACT
 * @param attribute what moved, for FACT_SUSPECT and FACT_CONTRADICTED; null where the fact itself was revised
 * @param before the value when last verified, as a person writes it; null where there was none, or nobody looked at it
 * @param after the present value
 * @param clearedBy null where nothing clears it
 */
public record Reason(
        Code code,
        String message,
        @Nullable Instant at,
        @Nullable String personId,
        @Nullable Fact fact,
        @Nullable String attribute,
        @Nullable String before,
        @Nullable String after,
        @Nullable ClearingAction clearedBy) {

    static Reason of(
            Code code,
            String message,
            @Nullable Instant at,
            @Nullable String personId,
            @Nullable ClearingAction clearedBy) {
        return new Reason(code, message, at, personId, null, null, null, null, clearedBy);
    }

    static Reason of(
            Code code, Fact fact, String message, @Nullable Instant at, @Nullable String by, ClearingAction clearedBy) {
        return new Reason(code, message, at, by, fact, null, null, null, clearedBy);
    }

    /** Whether it comes from the claim's standing, not from its status. */
    boolean isOfStanding() {
        return code != Code.NOT_APPROVED && code != Code.WITHDRAWN && code != Code.SUPERSEDED;
    }

    /** Why, for programs. */
    public enum Code {
        NOT_APPROVED,
        WITHDRAWN,
        SUPERSEDED,
        EXPIRED,
        KIND_DEMAND,
        FACT_UNVERIFIED,
        FACT_SUSPECT,
        FACT_CONTRADICTED,
        FACT_LAPSED,
        FACT_DISPUTED,
        FACT_RETRACTED,
        FACT_REWORDED
    }

    /** What would take a reason away. */
    public enum ClearingAction {
        VERIFY_FACT,
        REAFFIRM_CLAIM,
        REVISE_CLAIM,
        APPROVE_CLAIM,
        REVERT_SUBJECT
    }
}
