package dev.claimgraph.impact;

import dev.claimgraph.fact.Fact;
import dev.claimgraph.shared.Problem;
import java.util.List;

/**
 * What a revision would make of what stands on it, as far as the rest follows from it.
 *
 * @param facts the facts that are VERIFIED and would not be
 */
record Preview(List<Fact> facts, List<Problem> problems) {

    Preview(List<Fact> facts) {
        this(facts, List.of());
    }

    List<String> factIds() {
        return facts.stream().map(Fact::id).toList();
    }
}
