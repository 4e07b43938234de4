package dev.claimgraph.claim;

import dev.claimgraph.fact.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One fact that a claim stands on.
 *
 * @param stamp the fingerprint of the fact's statement as it was approved; null before any approval
 */
public record Link(@Nullable String stamp, Fact fact) {

    public State state() {
        return switch (fact.standing()) {
            case RETRACTED, DISPUTED, CONTRADICTED -> State.BROKEN;
            case VERIFIED -> isReworded() ? State.SUSPECT : State.VALID;
            case UNVERIFIED, SUSPECT, LAPSED -> State.SUSPECT;
        };
    }

    boolean isReworded() {
        return stamp != null && !stamp.equals(fact.statementPrint());
    }

    /** What a link is worth now. */
    public enum State {
        BROKEN,
        VALID,
        SUSPECT
    }
}
