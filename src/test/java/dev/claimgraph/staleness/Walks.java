package dev.claimgraph.staleness;

import dev.claimgraph.Doors;
import dev.claimgraph.catalog.SubjectType;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes many walks at once, each in a world of its own; of one that fails, tells the seed and the smallest sequence. */
final class Walks {

    /** Looking back at every moment takes as long as the walk: one in so many does. */
    private static final int LOOKS_BACK = 4;

    private final Founding founding;
    private final Seen seen = new Seen();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

    Walks(Doors doors) {
        this.founding = new Founding(doors);
    }

    /**
     * @param firstSeed of the first walk; the others count on from it
     * @return what came up
     */
    Seen take(int count, long firstSeed) {
        var side = Math.max(2, Runtime.getRuntime().availableProcessors());
        try (var walkers = Executors.newFixedThreadPool(side)) {
            IntStream.range(0, side)
                    .forEach(walker -> walkers.execute(() -> {
                        for (var i = taken.getAndIncrement();
                                i < count && failure.get() == null;
                                i = taken.getAndIncrement()) {
                            take(firstSeed + i);
                        }
                    }));
        }
        if (failure.get() != null) {
            throw failure.get().told();
        }
        return seen;
    }

    private void take(long seed) {
        var steps = Steps.of(seed);
        var cause = failureOf(seed, steps);
        if (cause != null) {
            failure.compareAndSet(null, new Failure(seed, steps, cause));
        }
    }

    private @Nullable Throwable failureOf(long seed, List<Step> steps) {
        try {
            var people = seed % 2 == 0 ? SubjectType.PERSONA : SubjectType.MARKET_PROBLEM;
            new Walk(founding.world(people), seen, seed % LOOKS_BACK == 0).take(steps);
            return null;
        } catch (RuntimeException | AssertionError e) {
            return e;
        }
    }

    /** A walk that failed. */
    private final class Failure {

        private final long seed;
        private final List<Step> steps;
        private final Throwable cause;

        private Failure(long seed, List<Step> steps, Throwable cause) {
            this.seed = seed;
            this.steps = steps;
            this.cause = cause;
        }

        private AssertionError told() {
            var smallest = new Shrinking(fewer -> failureOf(seed, fewer) != null).smallest(steps);
            var smallestCause = failureOf(seed, smallest);
            var told =
                    "The walk of seed %d fails (run it alone with -Dclaimgraph.seed=%d -Dclaimgraph.walks=1); its smallest form:\n%s"
                            .formatted(
                                    seed,
                                    seed,
                                    smallest.stream().map(Step::toString).collect(Collectors.joining("\n")));
            return new AssertionError(told, smallestCause == null ? cause : smallestCause);
        }
    }
}
