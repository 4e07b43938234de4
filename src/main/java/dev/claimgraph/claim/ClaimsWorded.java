package dev.claimgraph.claim;

import java.util.List;

/** Told within the transaction that puts new wordings in place, so that what finds claims by their words moves with it. */
public record ClaimsWorded(List<Claim> claims) {}
