package dev.claimgraph.claim;

import dev.claimgraph.fact.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * One fact that a claim stands on.
 *
 * @param stamp the fingerprint of the fact's statement as it was approved; null before any approval
 * @param isReworded whether the fact has another statement since
 */
public record Link(@Nullable String stamp, Fact fact, boolean isReworded) {

    static Link from(Value row, Instant now) {
        return of(row.get("link").get("stamp").asString(null), Fact.from(row.get("fact"), now));
    }

    static Link of(@Nullable String stamp, Fact fact) {
        var isReworded = stamp != null && !stamp.equals(fact.statementPrint());
        return new Link(stamp, fact, isReworded);
    }

    public State state() {
        return switch (fact.standing()) {
            case RETRACTED, DISPUTED, CONTRADICTED -> State.BROKEN;
            case VERIFIED -> isReworded ? State.SUSPECT : State.VALID;
            case UNVERIFIED, SUSPECT, LAPSED -> State.SUSPECT;
        };
    }

    /** What a link is worth now. */
    public enum State {
        BROKEN,
        VALID,
        SUSPECT
    }
}
