package dev.claimgraph.staleness;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimStanding;
import dev.claimgraph.claim.ClaimStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the service and the plain model each say of a claim, to be held against each other. */
record ClaimView(
        ClaimStatus status,
        ClaimStanding standing,
        boolean usable,
        long revision,
        List<PlainReason> reasons,
        @Nullable Instant staleSince,
        List<String> links,
        @Nullable String draft,
        @Nullable String successorId) {

    static ClaimView of(Claim claim) {
        var draft = claim.draft();
        return new ClaimView(
                claim.status(),
                claim.standing(),
                claim.usable(),
                claim.revision(),
                sorted(claim.reasons().stream().map(PlainReason::of)),
                claim.staleSince(),
                claim.substantiation().stream()
                        .map(link -> link.fact().id() + " " + link.fact().standing() + " " + link.state())
                        .toList(),
                draft == null ? null : draft.status() + " " + draft.kind() + " " + draft.text(),
                claim.successorId());
    }

    static ClaimView of(PlainClaim claim, Instant now) {
        var draft = claim.draft;
        return new ClaimView(
                claim.status,
                claim.standing(now),
                claim.usable(now),
                claim.revision,
                sorted(claim.reasons(now).stream()),
                claim.staleSince(now),
                claim.content.facts().stream()
                        .map(fact -> fact.id + " " + fact.standing(now) + " " + claim.link(fact, now))
                        .toList(),
                draft == null
                        ? null
                        : draft.status() + " " + draft.content().kind() + " "
                                + draft.content().text(),
                claim.successor == null ? null : claim.successor.id);
    }

    private static List<PlainReason> sorted(Stream<PlainReason> reasons) {
        return reasons.sorted(Comparator.comparing(PlainReason::toString)).toList();
    }
}
