package dev.claimgraph.fact;

import java.util.List;

/** Told within the transaction that states facts, or states them in other words. */
public record FactsWorded(List<Fact> facts) {}
