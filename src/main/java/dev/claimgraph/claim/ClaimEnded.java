package dev.claimgraph.claim;

import dev.claimgraph.shared.Actor;

/** Told within the transaction that withdraws or supersedes a claim. */
public record ClaimEnded(Claim claim, Actor by) {}
