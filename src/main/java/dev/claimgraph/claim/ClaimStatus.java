package dev.claimgraph.claim;

/** How far the people have come with a claim. */
public enum ClaimStatus {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    SUPERSEDED
}
