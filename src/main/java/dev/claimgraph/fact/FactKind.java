package dev.claimgraph.fact;

/** What a fact tells of. */
public enum FactKind {
    CAPABILITY,
    LIMIT,
    PERFORMANCE,
    COMPLIANCE,
    AVAILABILITY,
    CUSTOMER,
    MARKET,
    COMPETITIVE
}
