package dev.claimgraph.notice;

import dev.claimgraph.claim.ClaimStanding;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.ClaimThen;
import dev.claimgraph.claim.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A claim whose standing or usability changed.
 *
 * @param reasons why it was not usable then; empty where it was
 */
public record ClaimMoved(
        @Nullable String key,
        String text,
        ClaimStatus statusBefore,
        ClaimStatus status,
        ClaimStanding from,
        ClaimStanding to,
        boolean wasUsable,
        boolean usable,
        List<Why> reasons) {

    static ClaimMoved of(ClaimThen claim, ClaimThen.Worth before, ClaimThen.Worth after) {
        return new ClaimMoved(
                claim.key(),
                claim.text(),
                before.status(),
                after.status(),
                before.standing(),
                after.standing(),
                before.usable(),
                after.usable(),
                after.reasons().stream().map(Why::of).toList());
    }

    List<String> factIds() {
        return reasons.stream().map(Why::factId).filter(Objects::nonNull).toList();
    }

    /** A reason, with its fact by id and statement. */
    public record Why(
            Reason.Code code,
            String message,
            @Nullable Instant at,
            @Nullable String personId,
            @Nullable String factId,
            @Nullable String statement,
            @Nullable String attribute,
            @Nullable String before,
            @Nullable String after,
            Reason.@Nullable ClearingAction clearedBy) {

        static Why of(Reason reason) {
            var fact = reason.fact();
            return new Why(
                    reason.code(),
                    reason.message(),
                    reason.at(),
                    reason.personId(),
                    fact == null ? null : fact.id(),
                    fact == null ? null : fact.statement(),
                    reason.attribute(),
                    reason.before(),
                    reason.after(),
                    reason.clearedBy());
        }
    }
}
