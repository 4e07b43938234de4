package dev.claimgraph.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a generated library is laid out: ten facts a feature, two facts a claim, two hundred claims a feature but for the first, which
 * carries a tenth of all.
 *
 * @param audiences how many personas there are, and how many market problems; each claim is for one of both
 */
record Scale(int claims, int audiences) {

    static final int FACTS_A_FEATURE = 10;

    /** Every fact depends on the attribute in its place. */
    static final List<String> ATTRIBUTES =
            IntStream.range(0, FACTS_A_FEATURE).mapToObj(place -> "a" + place).toList();

    private static final int ONE_IN_BUSY = 10;
    private static final int CLAIMS_A_FEATURE = 200;

    int features() {
        return Math.max(20, claims / CLAIMS_A_FEATURE);
    }

    int facts() {
        return features() * FACTS_A_FEATURE;
    }

    Claim claim(int place) {
        var random = Seed.random("claim", place);
        var isBusy = place % ONE_IN_BUSY == 0;
        var feature = isBusy ? 0 : 1 + random.nextInt(features() - 1);
        var first = isBusy ? 0 : random.nextInt(FACTS_A_FEATURE);
        var facts = List.of(fact(feature, first), fact(feature, (first + 1) % FACTS_A_FEATURE));
        return new Claim(facts, random.nextInt(audiences), random.nextInt(audiences));
    }

    private static int fact(int feature, int place) {
        return feature * FACTS_A_FEATURE + place;
    }

    /** What one claim stands on and whom it is for, by their places. */
    record Claim(List<Integer> facts, int persona, int problem) {}
}
