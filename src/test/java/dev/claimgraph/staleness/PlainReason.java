package dev.claimgraph.staleness;

import dev.claimgraph.claim.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a claim is not usable, by the letter of the contract. */
record PlainReason(
        Reason.Code code,
        @Nullable String factId,
        @Nullable String attribute,
        @Nullable String before,
        @Nullable String after,
        @Nullable String by,
        @Nullable Instant at) {

    static PlainReason of(Reason reason) {
        return new PlainReason(
                reason.code(),
                reason.fact() == null ? null : reason.fact().id(),
                reason.attribute(),
                reason.before(),
                reason.after(),
                reason.personId(),
                reason.at());
    }

    static PlainReason of(Reason.Code code, @Nullable Moment since) {
        return new PlainReason(
                code, null, null, null, null, since == null ? null : since.by(), since == null ? null : since.at());
    }
}
