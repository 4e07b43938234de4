package dev.claimgraph.claim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a claim came to its status, by whom and, where they said so, why. */
public record Written(Instant at, String personId, @Nullable String reason) {}
