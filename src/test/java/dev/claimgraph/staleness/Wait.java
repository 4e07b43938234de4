package dev.claimgraph.staleness;

import java.time.Duration;
import java.util.List;

/** Time goes by. */
record Wait(Duration time) implements Step {

    static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);

    @Override
    public Turn<?> prepare(PlainWorld world) {
        return new Turn<>(() -> time, waited -> List.of());
    }
}
