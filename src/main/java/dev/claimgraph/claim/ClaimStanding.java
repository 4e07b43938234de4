package dev.claimgraph.claim;

/** What a claim is worth now: derived, the first that fits in this order. */
public enum ClaimStanding {
    EXPIRED,
    BROKEN,
    UNSUPPORTED,
    STALE,
    CURRENT
}
