package dev.claimgraph.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a command of {@code bench/} was given: words, and settings such as {@code claims=1000}. One that it does not have ends it: a slip
 * of the pen would measure something else, or nothing.
 */
record Arguments(List<String> words, Map<String, String> settings) {

    static Arguments read(Set<String> words, Set<String> settings, String... given) {
        for (var argument : given) {
            var isSetting = argument.contains("=");
            var known = isSetting ? settings : words;
            var name = argument.split("=", 2)[0];
            if (!known.contains(name)) {
                System.err.printf(
                        "There is no %s %s; there is %s.%n",
                        isSetting ? "setting" : "measurement", name, String.join(", ", new TreeSet<>(known)));
                System.exit(2);
            }
        }
        return new Arguments(
                Arrays.stream(given).filter(argument -> !argument.contains("=")).toList(),
                Arrays.stream(given)
                        .filter(argument -> argument.contains("="))
                        .map(argument -> argument.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, last) -> last)));
    }
}
