package dev.claimgraph.search;

/** Told within a transaction that leaves wordings to be embedded behind it. */
record WordingsBehind() {}
