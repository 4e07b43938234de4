package dev.claimgraph.catalog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version, compared by its segments: numbers as numbers, {@code 1.0} level with {@code 1.0.0}, a pre-release (what follows the
 * first hyphen) before its release, words after numbers.
 */
public record Version(List<String> segments, List<String> preRelease) implements Comparable<Version> {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._+-]{0,99}");

    static boolean isVersion(String text) {
        return FORM.matcher(text.strip()).matches();
    }

    public static Version parse(String text) {
        var parts = text.strip().split("-", 2);
        var segments = segments(parts[0]);
        while (segments.size() > 1 && segments.getLast().equals("0")) {
            segments.removeLast();
        }
        return new Version(segments, parts.length == 1 ? List.of() : segments(parts[1]));
    }

    String canonical() {
        var release = String.join(".", segments);
        return preRelease.isEmpty() ? release : release + "-" + String.join(".", preRelease);
    }

    @Override
    public int compareTo(Version other) {
        var release = compare(segments, other.segments, "0");
        if (release != 0) {
            return release;
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        return compare(preRelease, other.preRelease, "");
    }

    /** @param missing what a segment that only the other has is held against */
    private static int compare(List<String> left, List<String> right, String missing) {
        for (var i = 0; i < Math.max(left.size(), right.size()); i++) {
            var order = compare(i < left.size() ? left.get(i) : missing, i < right.size() ? right.get(i) : missing);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compare(String left, String right) {
        if (isNumber(left) && isNumber(right)) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        if (left.isEmpty() || right.isEmpty() || isNumber(left) == isNumber(right)) {
            return left.compareTo(right);
        }
        return isNumber(left) ? -1 : 1;
    }

    private static List<String> segments(String text) {
        return Arrays.stream(text.split("\\.", -1))
                .map(segment -> isNumber(segment) ? new BigInteger(segment).toString() : segment)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isNumber(String segment) {
        return !segment.isEmpty() && segment.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
