package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.MULTIPLE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many times as much: "twice", "three times", "5x", "fivefold", "doubles", "half the price". */
final class Multiples {

    /** "Three times a day" is how often, and "5 x 7" a measure. */
    private static final Pattern TIMES = Pattern.compile("(?<number>"
            + Numbers.NUMBER
            + ")(?i: times\\b(?! (?:an?|per|each|every|daily)\\b)| ?[x×](?![\\p{L}\\p{N}]| ?\\d)|-?fold\\b)");

    private static final Pattern FOLD = Pattern.compile(
            "(?i)(?<number>%s)fold\\b".formatted(Numbers.either(IntStream.rangeClosed(2, 19), Numbers::word)));

    private static final Pattern WORD = Pattern.compile("""
        (?i)(?<word>twice|thrice|half(?= (?:the|as|its|their|that|your)\\b)|(?:halv|doubl|tripl|quadrupl)(?=e|ing))\
        (?:e[sd]?|ing)?\\b(?!-)(?! (?:an?|per|each|every|check|click|tap)\\b)\
        """);

    private Multiples() {}

    static @Nullable Amount at(Place place) {
        for (var pattern : List.of(TIMES, FOLD)) {
            var times = place.read(pattern);
            if (times != null) {
                return place.exactly(times.end(), MULTIPLE, Value.of(Numbers.value(times.group("number"))));
            }
        }
        var word = place.read(WORD);
        return word == null ? null : place.exactly(word.end(), MULTIPLE, Value.of(value(word.group("word"))));
    }

    private static BigDecimal value(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "half", "halv" -> new BigDecimal("0.5");
            case "twice", "doubl" -> BigDecimal.TWO;
            case "thrice", "tripl" -> BigDecimal.valueOf(3);
            default -> BigDecimal.valueOf(4);
        };
    }
}
