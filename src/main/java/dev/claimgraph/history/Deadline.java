package dev.claimgraph.history;

import java.time.Instant;

/** A moment at which something may run out, though nobody acts. */
public record Deadline(String id, Instant at) {}
