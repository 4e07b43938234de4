package dev.claimgraph.copycheck;

import dev.claimgraph.catalog.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unit behind a number: one that the catalog converts, or months, of which years are made.
 *
 * @param times how many of the symbol's it is, as 14 days are a fortnight
 */
record Unit(int times, String symbol) {

    /** What stands between a number and its unit, if anything. */
    static final String GAP = "(?:[ \\u00A0\\u202F\\u2009-]| -)?";

    private static final Pattern WRITTEN = Pattern.compile(GAP
            + "(?:(?<percent>%|(?i:per"
            + " ?cent)\\b)|(?<word>(?<short>[\\p{L}µ]+)(?:[-/]\\p{L}+)?)(?![\\p{L}\\p{N}])(?: (?:per|an?)"
            + " (?<per>second|hour)\\b)?)");

    private static final Map<String, Unit> CALENDAR = Map.of(
            "fortnight", new Unit(14, "d"),
            "month", new Unit(1, "month"),
            "year", new Unit(12, "month"),
            "yr", new Unit(12, "month"),
            "decade", new Unit(120, "month"));

    /** The longest unit that is written here. */
    static @Nullable Found after(Place place) {
        var read = place.read(WRITTEN);
        if (read == null) {
            return null;
        } else if (read.group("percent") != null) {
            return new Found(new Unit(1, "%"), read.end());
        }
        var written = new LinkedHashMap<Integer, String>();
        if (read.group("per") != null) {
            written.put(read.end(), read.group("word") + "/" + read.group("per"));
        }
        written.put(read.end("word"), read.group("word"));
        written.put(read.end("short"), read.group("short"));
        for (var word : written.entrySet()) {
            var unit = of(word.getValue());
            if (unit != null) {
                return new Found(unit, word.getKey());
            }
        }
        return null;
    }

    private static @Nullable Unit of(String written) {
        var word = ForeignWords.unit(written);
        var calendar = CALENDAR.get(word.toLowerCase(Locale.ROOT).replaceFirst("s$", ""));
        var symbol = UnitWords.symbol(word);
        return calendar != null ? calendar : symbol == null ? null : new Unit(1, symbol);
    }

    boolean isPercent() {
        return symbol.equals("%");
    }

    boolean isTime() {
        return CALENDAR.containsValue(this) || of(BigDecimal.ONE).comparableWith(Quantity.of(BigDecimal.ONE, "s"));
    }

    Quantity of(BigDecimal number) {
        return Quantity.of(number.multiply(BigDecimal.valueOf(times)), symbol);
    }

    record Found(Unit unit, int end) {}
}
