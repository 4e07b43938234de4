package dev.claimgraph.copycheck;

import dev.claimgraph.catalog.Quantity;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of English for the catalog's units: "gigabytes", "gigs", "megabits/second", "gb". */
final class UnitWords {

    private static final Pattern BYTES = Pattern.compile("(?i)[kmgtpe]b");

    private static final Pattern SPELLED =
            Pattern.compile("(?<prefix>nano|micro|milli|centi|kilo|mega|giga|tera|peta)?-?"
                    + "(?<unit>byte|bit|second|metre|meter|gram|watt-?hour|watt|joule|volt|amp|ampere|hertz)s?");

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("byte", "B"),
            Map.entry("bit", "bit"),
            Map.entry("second", "s"),
            Map.entry("metre", "m"),
            Map.entry("meter", "m"),
            Map.entry("gram", "g"),
            Map.entry("watthour", "Wh"),
            Map.entry("watt", "W"),
            Map.entry("joule", "J"),
            Map.entry("volt", "V"),
            Map.entry("amp", "A"),
            Map.entry("ampere", "A"),
            Map.entry("hertz", "Hz"),
            Map.entry("micro", "µ"),
            Map.entry("mega", "M"),
            Map.entry("giga", "G"),
            Map.entry("tera", "T"),
            Map.entry("peta", "P"));

    private static final Map<String, String> COLLOQUIAL = Map.ofEntries(
            Map.entry("gig", "GB"),
            Map.entry("gigs", "GB"),
            Map.entry("meg", "MB"),
            Map.entry("megs", "MB"),
            Map.entry("secs", "s"),
            Map.entry("mins", "min"),
            Map.entry("hrs", "h"),
            Map.entry("tonne", "t"),
            Map.entry("tonnes", "t"),
            Map.entry("kph", "km/h"));

    private UnitWords() {}

    /** @return one that the catalog converts */
    static @Nullable String symbol(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var slash = word.indexOf('/');
        if (Quantity.converts(word)) {
            return word;
        } else if (COLLOQUIAL.containsKey(lower)) {
            return COLLOQUIAL.get(lower);
        } else if (slash > 0) {
            return rate(word.substring(0, slash), word.substring(slash, slash + 2));
        } else if (BYTES.matcher(word).matches()) {
            return word.toUpperCase(Locale.ROOT);
        } else if (lower.length() > 2 && Quantity.converts(lower)) {
            return lower;
        }
        var spelled = SPELLED.matcher(lower);
        return spelled.matches() ? symbol(spelled.group("prefix"), spelled.group("unit")) : null;
    }

    /** Whoever counts "Gb" in a second counts bits. */
    private static @Nullable String rate(String unit, String per) {
        var symbol = BYTES.matcher(unit).matches() && unit.endsWith("b") ? unit + "it" : symbol(unit);
        return symbol != null && Quantity.converts(symbol + per) ? symbol + per : null;
    }

    private static @Nullable String symbol(@Nullable String prefix, String unit) {
        var symbol = SYMBOLS.getOrDefault(unit.replace("-", ""), unit);
        var prefixed = prefix == null ? symbol : SYMBOLS.getOrDefault(prefix, prefix.substring(0, 1)) + symbol;
        return Quantity.converts(prefixed) ? prefixed : null;
    }
}
