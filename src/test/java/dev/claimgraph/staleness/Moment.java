package dev.claimgraph.staleness;

import dev.claimgraph.shared.Actor;
import java.time.Instant;

/** When something was done, and by whom. */
record Moment(Instant at, String by) {

    static Moment of(Instant at, Actor by) {
        return new Moment(at, by.id());
    }
}
