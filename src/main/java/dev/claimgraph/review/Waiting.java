package dev.claimgraph.review;

import java.time.Instant;
import java.util.List;

/**
 * Whose turn it is in a review.
 *
 * @param ownerIds the people or teams it waits on; none where any approver will do
 * @param since when the claim came to where it is
 */
record Waiting(Turn turn, List<String> ownerIds, Instant since) {

    /** In what part somebody is waited for. */
    enum Turn {
        AUTHOR,
        FACT_OWNER,
        APPROVER
    }
}
