package dev.claimgraph.notice;

/** A review that somebody took a step in. */
record ReviewMoved(String claimId) {}
