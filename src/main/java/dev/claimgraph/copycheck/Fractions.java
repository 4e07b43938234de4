package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.QUANTITY;
import static dev.claimgraph.copycheck.Amount.Kind.SHARE;
import static java.util.Objects.requireNonNull;

import dev.claimgraph.catalog.Quantity;
import dev.claimgraph.copycheck.Value.Measured;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shares that are no percentages: "95 in 100", "nine out of ten", "half of all", "a third of"; and "a quarter of an hour". */
final class Fractions {

    private static final Map<String, BigDecimal> PARTS = parts();

    private static final Pattern OUT_OF =
            Pattern.compile("(?<part>%1$s) (?<of>in|out of|of) (?<whole>%1$s)".formatted(Numbers.NUMBER));
    private static final Pattern THINGS_IN = Pattern.compile(
            "(?<but>(?i:all but) )?(?<part>%s)(?: \\p{L}+){0,2} (?:in|out of) (?<whole>(?i:a hundred|ten)|100?)\\b"
                    .formatted(Numbers.NUMBER));
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern HALF = Pattern.compile(
            "(?i)half(?= of\\b| all\\b)(?! of (?:an?\\b|\\d{4}))|(?<=\\b(?:by|in) )half\\b(?![ -]an?\\b)");
    private static final Pattern FRACTION = Pattern.compile("(?i)(?:an?|(?<count>%s))[ -](?<part>%s)s?\\b"
            .formatted(Numbers.either(IntStream.rangeClosed(1, 9), Numbers::word), String.join("|", PARTS.keySet())));
    private static final Pattern OF = Pattern.compile(" of\\b");
    private static final Pattern OF_ONE = Pattern.compile(" of an?(?= )");
    private static final Pattern COMPARED = Pattern.compile(
            "(?i) (?:small|light|short|low|cheap|fast|quick|slow|heavi|larg|high)er\\b| (?:less|fewer|more)\\b");
    private static final Pattern BY = Pattern.compile("(?i)\\bby $");
    private static final Pattern CUT_BY =
            Pattern.compile("(?i)(?:er|less|\\b(?:cut|reduc|shr[iu]nk)\\p{L}*\\b[^.;:!?]{0,40}) by $");

    private Fractions() {}

    static @Nullable Amount at(Place place) {
        var outOf = place.read(OUT_OF);
        if (outOf != null) {
            return outOf(place, outOf);
        }
        var things = place.read(THINGS_IN);
        if (things != null) {
            return thingsIn(place, things);
        }
        var half = place.read(HALF);
        if (half != null) {
            return share(place, half.end(), BigDecimal.ONE, BigDecimal.TWO);
        }
        var fraction = place.read(FRACTION);
        return fraction == null ? null : fraction(place, fraction);
    }

    private static @Nullable Amount outOf(Place place, MatchResult read) {
        var part = Numbers.value(read.group("part"));
        var whole = Numbers.value(read.group("whole"));
        var isShare = part.compareTo(whole) <= 0
                && whole.signum() > 0
                && !(read.group("of").equals("in")
                        && YEAR.matcher(read.group("whole")).matches())
                && !(read.group("of").equals("of") && read.group("part").equalsIgnoreCase("one"))
                && Unit.after(place.to(read.end())) == null;
        return isShare ? share(place, read.end(), part, whole) : null;
    }

    private static @Nullable Amount thingsIn(Place place, MatchResult read) {
        var whole = Numbers.value(read.group("whole"));
        var named = Numbers.value(read.group("part"));
        var part = read.group("but") == null ? named : whole.subtract(named);
        var end = place.to(read.end());
        var isShare = named.compareTo(whole) <= 0 && Unit.after(end) == null && Nouns.after(end, false) == null;
        return isShare ? share(place, read.end(), part, whole) : null;
    }

    private static @Nullable Amount fraction(Place place, MatchResult read) {
        var count = read.group("count") == null ? BigDecimal.ONE : Numbers.value(read.group("count"));
        var part = requireNonNull(PARTS.get(read.group("part").toLowerCase(Locale.ROOT)));
        var end = place.to(read.end());
        var ofOne = end.read(OF_ONE);
        var unit = ofOne == null ? null : Unit.after(place.to(ofOne.end()));
        if (unit != null) {
            var number = count.divide(part, MathContext.DECIMAL128);
            return place.exactly(unit.end(), QUANTITY, new Measured(unit.unit().of(number)));
        }
        var isShare = end.reads(OF)
                || end.reads(COMPARED)
                || Comparisons.isLeft(place, end)
                || place.readsBack(read.group("part").equalsIgnoreCase("quarter") ? CUT_BY : BY);
        return isShare ? share(place, end.at(), count, part) : null;
    }

    private static Amount share(Place place, int end, BigDecimal part, BigDecimal whole) {
        var percent = part.scaleByPowerOfTen(2).divide(whole, MathContext.DECIMAL128);
        return place.exactly(end, SHARE, new Measured(Quantity.of(percent, "%")));
    }

    private static Map<String, BigDecimal> parts() {
        var parts =
                IntStream.rangeClosed(3, 10).boxed().collect(Collectors.toMap(Numbers::ordinal, BigDecimal::valueOf));
        parts.put("quarter", BigDecimal.valueOf(4));
        return Map.copyOf(parts);
    }
}
