package dev.claimgraph.claim;

import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a write to a claim. */
public record ClaimPayload(@Nullable Claim claim, List<Problem> problems) implements Payload {}
