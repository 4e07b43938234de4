package dev.claimgraph.notice;

import dev.claimgraph.fact.FactStanding;
import org.jspecify.annotations.Nullable;

/**
 * A fact whose standing changed.
 *
 * @param ownerId who answers for it; null where nobody is known to
 * @param from null where it was just recorded
 */
record FactMoved(
        @Nullable String key,
        String statement,
        @Nullable String ownerId,
        @Nullable FactStanding from,
        FactStanding to) {}
