package dev.claimgraph.staleness;

import dev.claimgraph.shared.ProblemCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what came up in the walks, so that nobody takes walks that go nowhere for proof. */
final class Seen {

    private final Map<Object, Integer> counts = new ConcurrentHashMap<>();

    void claim(ClaimView claim) {
        count(claim.status());
        count(claim.standing());
        count(claim.usable() ? "usable" : "not usable");
        claim.reasons().forEach(reason -> count(reason.code()));
    }

    void problem(ProblemCode code) {
        count(code);
    }

    private void count(Object what) {
        counts.merge(what, 1, Integer::sum);
    }

    Map<Object, Integer> counts() {
        return counts;
    }
}
