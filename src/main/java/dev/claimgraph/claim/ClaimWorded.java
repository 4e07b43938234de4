package dev.claimgraph.claim;

/** Told within the transaction that puts new wording in place, so that what finds claims by their words moves with it. */
public record ClaimWorded(Claim claim) {}
