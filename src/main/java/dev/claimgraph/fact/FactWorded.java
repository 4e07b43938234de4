package dev.claimgraph.fact;

/** Told within the transaction that states a fact, or states it in other words. */
public record FactWorded(Fact fact) {}
