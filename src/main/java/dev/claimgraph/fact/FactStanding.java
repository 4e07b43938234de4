package dev.claimgraph.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a fact is worth now: derived, the first that fits in this order. */
public enum FactStanding {
    RETRACTED,
    DISPUTED,
    CONTRADICTED,
    UNVERIFIED,
    SUSPECT,
    LAPSED,
    VERIFIED;

    /** What does not depend on time, as the fact carries it; never LAPSED. */
    static FactStanding timeless(boolean retracted, @Nullable Decision decision, boolean holds, boolean sameBasis) {
        if (retracted) {
            return RETRACTED;
        }
        if (decision == Decision.DISPUTED) {
            return DISPUTED;
        }
        if (!holds) {
            return CONTRADICTED;
        }
        if (decision == null) {
            return UNVERIFIED;
        }
        return sameBasis ? VERIFIED : SUSPECT;
    }

    /** The standing at a moment: what was verified lapses when its validity has run out, that instant excluded. */
    FactStanding at(Instant now, @Nullable Instant validUntil) {
        return this == VERIFIED && validUntil != null && !now.isBefore(validUntil) ? LAPSED : this;
    }
}
