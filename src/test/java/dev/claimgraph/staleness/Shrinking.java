package dev.claimgraph.staleness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing sequence small: leaves out what it fails without, halves first, single steps last. */
final class Shrinking {

    private static final int MOST_TRIES = 200;

    private final Predicate<List<Step>> fails;
    private int tries;

    Shrinking(Predicate<List<Step>> fails) {
        this.fails = fails;
    }

    List<Step> smallest(List<Step> failing) {
        var smallest = failing;
        for (var size = (failing.size() + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2) {
            smallest = without(size, smallest);
        }
        return smallest;
    }

    private List<Step> without(int size, List<Step> failing) {
        var steps = failing;
        for (var from = 0; from < steps.size() && tries < MOST_TRIES; ) {
            var fewer = new ArrayList<>(steps);
            fewer.subList(from, Math.min(from + size, fewer.size())).clear();
            tries++;
            if (fails.test(fewer)) {
                steps = fewer;
            } else {
                from += size;
            }
        }
        return steps;
    }
}
