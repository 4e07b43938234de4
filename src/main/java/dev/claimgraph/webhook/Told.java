package dev.claimgraph.webhook;

import java.net.URI;
import java.util.List;

/**
 * One change of what a claim is worth, as it is told to people.
 *
 * @param text the claim's
 * @param from the standing before
 * @param to the standing now
 * @param reasons why it is not usable now; none where it is
 * @param link where a person sees the claim
 */
record Told(
        String claimId,
        String text,
        String from,
        String to,
        boolean usableBefore,
        boolean usableAfter,
        List<Why> reasons,
        URI link) {}
