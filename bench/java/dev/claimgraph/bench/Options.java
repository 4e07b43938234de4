package dev.claimgraph.bench;

import java.time.Duration;
import java.util.Set;

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

    private static final Set<String> MEASURED =
            Set.of("revision", "trace", "log", "queue", "fuzz", "check", "find", "notices", "import");

    private static final Set<String> SETTINGS = Set.of("claims", "busy", "rounds", "seconds", "warmup");

    static Options read(String... arguments) {
        var given = Arguments.read(MEASURED, SETTINGS, arguments);
        return new Options(
                Set.copyOf(given.words()),
                number(given, "claims", 100_000),
                number(given, "busy", 9),
                number(given, "rounds", 5),
                Duration.ofSeconds(number(given, "seconds", 15)),
                Duration.ofSeconds(number(given, "warmup", 120)));
    }

    /** Whether it is named, for what is measured only where it is. */
    boolean names(String name) {
        return measured.contains(name);
    }

    boolean measures(String name) {
        return measured.isEmpty() || measured.contains(name);
    }

    private static int number(Arguments given, String name, int otherwise) {
        var value = given.settings().get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
