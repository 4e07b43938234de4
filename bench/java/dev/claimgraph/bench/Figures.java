package dev.claimgraph.bench;

import java.util.List;

/** What a list of measurements comes to. */
public final class Figures {

    private Figures() {}

    /** Of an even number of values, what lies between the two in the middle. */
    public static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    static double quantile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }
}
