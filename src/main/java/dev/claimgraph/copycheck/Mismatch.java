package dev.claimgraph.copycheck;

/** An amount of copy that takes the place of one of the claim and says something else. */
record Mismatch(Amount claim, Amount copy) {}
