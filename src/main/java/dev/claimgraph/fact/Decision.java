package dev.claimgraph.fact;

/** What a product owner decided about a fact. */
public enum Decision {
    VERIFIED,
    DISPUTED
}
