package dev.claimgraph.claim;

/** What sort of statement a claim is, and so what it demands of its facts. */
public enum ClaimKind {
    FACTUAL,
    COMPARATIVE,
    SUPERLATIVE,
    CUSTOMER,
    ROADMAP,
    PUFFERY
}
