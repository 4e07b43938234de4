package dev.claimgraph.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How much to measure.
 *
 * @param claims in the generated library
 * @param rounds of each pair, alternating; the median counts
 * @param length of one round under load
 * @param warmUp before the first round under load
 */
record Options(int claims, int rounds, Duration length, Duration warmUp) {

    static Options read(String... arguments) {
        var given = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.parseInt(parts[1])));
        return new Options(
                given.getOrDefault("claims", 100_000),
                given.getOrDefault("rounds", 5),
                Duration.ofSeconds(given.getOrDefault("seconds", 15)),
                Duration.ofSeconds(given.getOrDefault("warmup", 120)));
    }
}
