package dev.claimgraph.notice;

/** A notice as callers are told it. */
interface Told {

    Notice notice();
}
