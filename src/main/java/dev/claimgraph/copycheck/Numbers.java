package dev.claimgraph.copycheck;

import static java.util.stream.Collectors.joining;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Numbers in digits or in words, which are the words that ICU spells numbers with. */
final class Numbers {

    private static final RuleBasedNumberFormat SPELLING =
            new RuleBasedNumberFormat(Locale.UK, RuleBasedNumberFormat.SPELLOUT);
    private static final Map<String, BigDecimal> SMALL = small();
    private static final Map<String, BigDecimal> SCALES = scales();

    private static final String SCALE = "(?:hundred|thousand|million|billion|bn|trillion|dozen)\\b";
    private static final String BELOW_HUNDRED = "(?:%s(?:[ -]%s\\b)?|%s)\\b(?!-%s\\b)(?: and a half\\b)?"
            .formatted(
                    either(tens(), Numbers::word),
                    either(IntStream.rangeClosed(1, 9), Numbers::word),
                    either(IntStream.rangeClosed(0, 19), Numbers::word),
                    either(IntStream.of(1, 3, 4, 5, 6, 7, 8, 9), Numbers::ordinal));

    private static final String FOREIGN = "(?:%s)(?![\\p{L}\\p{N}]|-\\p{L}| (?:et|cents?|mille)\\b)"
            .formatted(String.join("|", ForeignWords.NUMBERS.keySet()));

    /** A number in words. */
    static final String WORDED =
            "(?iu:(?:%1$s|half an?|an?)(?:[ -]%2$s){1,3}(?:(?: and)? %1$s(?:[ -]%2$s){0,3}){0,9}|%1$s|%3$s)"
                    .formatted(BELOW_HUNDRED, SCALE, FOREIGN);

    /** A number in digits, of which a word or a letter may make thousands. */
    private static final String DIGITS = """
        (?:\\d{1,3}(?:[,\\u00A0\\u202F\\u2009 ]\\d{3}(?!\\d)){1,9}(?:\\.\\d+)?|\\d+(?:\\.\\d+|,\\d{1,2})?)(?!\\d|[.,]\\d)\
        (?:[kKM](?![\\p{L}\\p{N}/])|(?i:[ \\u00A0-]?%s))?\
        """.formatted(SCALE);

    /** A number that {@link #value} understands. */
    static final String NUMBER = "(?:" + DIGITS + "|" + WORDED + ")";

    private Numbers() {}

    /** @param number as {@link #NUMBER} matches it */
    static BigDecimal value(String number) {
        var total = BigDecimal.ZERO;
        var part = BigDecimal.ZERO;
        for (var word : words(number)) {
            var scale = SCALES.get(word);
            if (scale == null) {
                part = part.add(SMALL.containsKey(word) ? SMALL.get(word) : new BigDecimal(word.replace(',', '.')));
            } else if (scale.precision() < 4) {
                part = scaled(part, scale);
            } else {
                total = total.add(scaled(part, scale));
                part = BigDecimal.ZERO;
            }
        }
        return total.add(part);
    }

    static boolean isWord(String word) {
        return SMALL.containsKey(word) || SCALES.containsKey(word);
    }

    static String word(int number) {
        return SPELLING.format(number);
    }

    /** "third" for 3. */
    static String ordinal(int number) {
        return SPELLING.format(number, "%spellout-ordinal");
    }

    static String either(IntStream numbers, IntFunction<String> word) {
        return numbers.mapToObj(word).collect(joining("|", "(?:", ")"));
    }

    private static String[] words(String number) {
        return number.replaceAll("(?<=\\d)[,\\u00A0\\u202F\\u2009 ](?=\\d{3})", "")
                .replaceAll("(?<=\\d)(?=\\p{L})", " ")
                .toLowerCase(Locale.ROOT)
                .split("[ \\u00A0-]+");
    }

    private static BigDecimal scaled(BigDecimal part, BigDecimal scale) {
        return part.signum() == 0 ? scale : part.multiply(scale);
    }

    private static IntStream tens() {
        return IntStream.rangeClosed(2, 9).map(ten -> ten * 10);
    }

    private static Map<String, BigDecimal> small() {
        var words = new HashMap<>(Map.of(
                "half", new BigDecimal("0.5"), "a", BigDecimal.ZERO, "an", BigDecimal.ZERO, "and", BigDecimal.ZERO));
        words.putAll(ForeignWords.NUMBERS);
        IntStream.concat(IntStream.rangeClosed(0, 19), tens())
                .forEach(number -> words.put(word(number), BigDecimal.valueOf(number)));
        return Map.copyOf(words);
    }

    private static Map<String, BigDecimal> scales() {
        return Map.of(
                "dozen", BigDecimal.valueOf(12),
                "hundred", BigDecimal.valueOf(100),
                "k", BigDecimal.valueOf(1_000),
                "thousand", BigDecimal.valueOf(1_000),
                "m", BigDecimal.valueOf(1_000_000),
                "million", BigDecimal.valueOf(1_000_000),
                "bn", BigDecimal.valueOf(1_000_000_000),
                "billion", BigDecimal.valueOf(1_000_000_000),
                "trillion", BigDecimal.valueOf(1_000_000_000_000L));
    }
}
