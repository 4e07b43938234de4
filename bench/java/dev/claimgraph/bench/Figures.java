package dev.claimgraph.bench;

import java.util.List;

/** What a list of measurements comes to. */
public final class Figures {

    private Figures() {}

    public static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    static double quantile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }
}
