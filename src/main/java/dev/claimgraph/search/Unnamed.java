package dev.claimgraph.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts without the names of products and competitors, which would make all that is said of one of them alike. */
record Unnamed(Pattern names) {

    /** Nothing is called so. */
    private static final Pattern NONE = Pattern.compile("(?!)");

    private static final Pattern FIRST = Pattern.compile("^\\p{Lu}[\\p{L}\\p{N}]+(?= )");

    /** By these names, and the first word of each, by which it is called for short. */
    static Unnamed of(Collection<String> names) {
        var all = Stream.concat(names.stream(), names.stream().flatMap(Unnamed::forShort))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return new Unnamed(
                all.isEmpty() ? NONE : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + all + ")(?![\\p{L}\\p{N}])"));
    }

    private static Stream<String> forShort(String name) {
        var first = FIRST.matcher(name);
        return first.find() && !Words.of(first.group()).getFirst().isStop() ? Stream.of(first.group()) : Stream.empty();
    }

    boolean isIn(String text) {
        return names.matcher(text).find();
    }

    String without(String text) {
        return names.matcher(text).replaceAll("It");
    }
}
