package dev.claimgraph.contribution;

import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import java.util.List;

/** How much became another owner's, or why nothing did. */
record ReassignPayload(int products, int subjects, int areas, List<Problem> problems) implements Payload {}
