package dev.claimgraph.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to measure, and how much of it.
 *
 * @param measured none stands for all
 * @param claims in the generated library
 * @param busy one in so many claims stands on facts of one feature
 * @param rounds of each pair, alternating; the median counts
 * @param length of one round under load
 * @param warmUp before the first round under load
 */
public record Options(Set<String> measured, int claims, int busy, int rounds, Duration length, Duration warmUp) {

    static Options read(String... arguments) {
        var given = Arrays.stream(arguments)
                .filter(argument -> argument.contains("="))
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Integer.parseInt(parts[1])));
        return new Options(
                Arrays.stream(arguments).filter(argument -> !argument.contains("=")).collect(Collectors.toSet()),
                given.getOrDefault("claims", 100_000),
                given.getOrDefault("busy", 9),
                given.getOrDefault("rounds", 5),
                Duration.ofSeconds(given.getOrDefault("seconds", 15)),
                Duration.ofSeconds(given.getOrDefault("warmup", 120)));
    }

    /** Whether it is named, for what is measured only where it is. */
    boolean names(String name) {
        return measured.contains(name);
    }

    boolean measures(String name) {
        return measured.isEmpty() || measured.contains(name);
    }
}
