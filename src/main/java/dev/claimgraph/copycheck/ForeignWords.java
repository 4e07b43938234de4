package dev.claimgraph.copycheck;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** German and French words for small numbers and for units, but for those that English has too: "elf", "six", "Tag". */
final class ForeignWords {

    private static final Set<String> ENGLISH = Set.of("elf", "six", "sept", "seize");

    static final Map<String, BigDecimal> NUMBERS = numbers();

    private static final Map<String, List<String>> UNITS = Map.of(
            "second", List.of("sekunde", "sekunden", "seconde", "secondes"),
            "minute", List.of("minuten"),
            "hour", List.of("stunde", "stunden", "heure", "heures"),
            "day", List.of("tage", "tagen", "jour", "jours"),
            "week", List.of("woche", "wochen", "semaine", "semaines"),
            "month", List.of("monat", "monate", "monaten", "mois"),
            "year", List.of("jahr", "jahre", "jahren", "année", "années"));
    private static final Map<String, String> BYTES = Map.of("Ko", "kB", "Mo", "MB", "Go", "GB");

    private ForeignWords() {}

    /** The English for a unit; any other word as it is. */
    static String unit(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return UNITS.entrySet().stream()
                .filter(unit -> unit.getValue().contains(lower))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(BYTES.getOrDefault(word, word));
    }

    private static Map<String, BigDecimal> numbers() {
        var numbers = new HashMap<String, BigDecimal>();
        for (var language : List.of(Locale.GERMAN, Locale.FRENCH)) {
            var spelling = new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT);
            IntStream.concat(
                            IntStream.rangeClosed(2, 19),
                            IntStream.rangeClosed(2, 9).map(ten -> ten * 10))
                    .forEach(number -> numbers.put(spelling.format(number), BigDecimal.valueOf(number)));
        }
        numbers.keySet().removeIf(word -> ENGLISH.contains(word) || word.contains("-"));
        return Map.copyOf(numbers);
    }
}
