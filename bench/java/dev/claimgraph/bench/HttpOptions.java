package dev.claimgraph.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to measure over HTTP, and how much of it.
 *
 * @param measured none stands for all
 * @param connections how many at a time; of {@link InstancesBench}, for each instance, and one number
 * @param instances how many services on one database, where there are several
 * @param rounds of each pair, alternating; the median counts
 * @param length of one round
 * @param warmUp before the first round of a workload, for either side
 * @param heap of the database
 * @param pageCache of the database, in megabytes
 * @param data where generated libraries are kept for the next run; null to keep none
 * @param json where the figures go as well; null for nowhere
 */
record HttpOptions(
        List<String> measured,
        Scale scale,
        List<Integer> connections,
        List<Integer> instances,
        int rounds,
        Duration length,
        Duration warmUp,
        String heap,
        int pageCache,
        @Nullable Path data,
        @Nullable Path json) {

    private static final Set<String> MEASURED =
            Set.of("trace", "list", "search", "verify", "revise", "busy", "find", "check");

    private static final Set<String> SETTINGS = Set.of(
            "claims", "audiences", "connections", "instances", "rounds", "seconds", "warmup", "heap", "pagecache", "data", "json");

    static HttpOptions read(String... arguments) {
        return read("1,8,32", 120, arguments);
    }

    /**
     * @param connections where they are not said
     * @param warmUp in seconds, where it is not said
     */
    static HttpOptions read(String connections, int warmUp, String... arguments) {
        var read = Arguments.read(MEASURED, SETTINGS, arguments);
        var given = read.settings();
        return new HttpOptions(
                read.words(),
                new Scale(number(given, "claims", 100_000), number(given, "audiences", 50)),
                numbers(given, "connections", connections),
                numbers(given, "instances", "1,2,3"),
                number(given, "rounds", 3),
                Duration.ofSeconds(number(given, "seconds", 10)),
                Duration.ofSeconds(number(given, "warmup", warmUp)),
                given.getOrDefault("heap", "2g"),
                number(given, "pagecache", 2_048),
                given.containsKey("data") ? Path.of(given.get("data")) : null,
                given.containsKey("json") ? Path.of(given.get("json")) : null);
    }

    boolean measures(String name) {
        return measured.isEmpty() || measured.contains(name);
    }

    private static List<Integer> numbers(Map<String, String> given, String name, String otherwise) {
        return Arrays.stream(given.getOrDefault(name, otherwise).split(","))
                .map(Integer::parseInt)
                .toList();
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return given.containsKey(name) ? Integer.parseInt(given.get(name)) : otherwise;
    }
}
