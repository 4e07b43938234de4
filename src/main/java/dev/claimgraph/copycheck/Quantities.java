package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.QUANTITY;
import static dev.claimgraph.copycheck.Amount.Kind.SHARE;

import dev.claimgraph.copycheck.Unit.Found;
import dev.claimgraph.copycheck.Value.Measured;
import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with a unit, with the noun that they count, or bare; "a minute" and "half an hour" too. */
final class Quantities {

    private static final Pattern NUMBER =
            Pattern.compile("(?<number>" + Numbers.NUMBER + ")(?:\\+| (?:or|and) (?:more|fewer|less)(?= \\p{L}))?");
    private static final Pattern MORE = Pattern.compile("(?: and)? (?<number>" + Numbers.NUMBER + ")");
    private static final Pattern AND_A_HALF = Pattern.compile("(?i) and a half\\b");
    private static final Pattern PRONOUN = Pattern.compile("(?i)one");
    private static final Pattern RANGE = Pattern.compile("(?: ?[-–] ?| (?:to|or|and) )" + Numbers.NUMBER);
    private static final Pattern OF_THE = Pattern.compile(" of (?:the|your|our|its|all) " + Numbers.NUMBER);
    private static final Pattern FROM_TO =
            Pattern.compile("(?i)\\bfrom (?:[\\p{L}\\p{N}.,-]+ ){1,4}(?<unit>(?!down|up)\\p{L}+)(?: down| up)? to $");
    private static final Pattern JOINED = Pattern.compile("[\\p{L}\\p{N}]|-\\p{L}");

    /** "A bit" is no unit, "a second opinion" no time, and "a day's work" no duration. */
    private static final Pattern ARTICLE =
            Pattern.compile("(?i)(?:(?<half>half(?: an?)?|ein(?:e[rnm]?)? halben?|une demi)|ein(?:e[rnm]?)?|une|an?(?:"
                    + " (?:whole|full|entire|single))?)(?=[ -](?!bit\\b|second (?!and a"
                    + " half)\\p{L}|\\p{L}{1,2}\\b)\\p{L}+\\b(?!['’]))");

    private Quantities() {}

    static @Nullable Amount at(Place place) {
        var read = place.read(NUMBER);
        return read == null ? withArticle(place) : numbered(place, read);
    }

    private static @Nullable Amount numbered(Place place, MatchResult read) {
        var end = place.to(read.end());
        var number = Numbers.value(read.group("number"));
        var amount = measured(place, number, end);
        if (amount == null && !end.reads(JOINED) && counted(place, number, end) == null) {
            amount = to(place, number, end);
        }
        if (amount != null || PRONOUN.matcher(read.group("number")).matches()) {
            return amount;
        }
        var ofThe = end.read(OF_THE);
        amount = counted(place, number, ofThe == null ? end : end.to(ofThe.end()));
        if (amount != null) {
            return amount;
        }
        var range = end.read(RANGE);
        amount = range == null ? null : inRange(place, number, end, end.to(range.end()));
        return amount != null || end.reads(JOINED) ? amount : place.exactly(end.at(), QUANTITY, Value.of(number));
    }

    private static @Nullable Amount measured(Place place, BigDecimal number, Place end) {
        var found = Unit.after(end);
        if (found == null) {
            return null;
        }
        var kind = found.unit().isPercent() ? SHARE : QUANTITY;
        var half = place.to(found.end()).read(AND_A_HALF);
        if (half != null) {
            var more = number.add(new BigDecimal("0.5"));
            return place.exactly(half.end(), kind, new Measured(found.unit().of(more)));
        }
        var more = found.unit().isTime() ? more(place, number, found) : null;
        return more != null
                ? more
                : place.exactly(found.end(), kind, new Measured(found.unit().of(number)));
    }

    /** "1 hour 30 minutes": a smaller unit of time behind a larger one. */
    private static @Nullable Amount more(Place place, BigDecimal number, Found first) {
        var read = place.to(first.end()).read(MORE);
        var next = read == null ? null : Unit.after(place.to(read.end()));
        if (read == null
                || next == null
                || first.unit()
                                .of(BigDecimal.ONE)
                                .compare(next.unit().of(BigDecimal.ONE))
                                .orElse(0)
                        <= 0) {
            return null;
        }
        var one = first.unit().of(number);
        var sum = one.amount()
                .add(next.unit().of(Numbers.value(read.group("number"))).amount());
        return place.exactly(next.end(), QUANTITY, Value.of(sum, one.base()));
    }

    private static @Nullable Amount counted(Place place, BigDecimal number, Place end) {
        var noun = Nouns.after(end, number.compareTo(BigDecimal.ONE) == 0);
        return noun == null ? null : place.exactly(noun.end(), QUANTITY, Value.of(number, noun.stem()));
    }

    /** The first number of "10 to 20 GB" has the unit of the second. */
    private static @Nullable Amount inRange(Place place, BigDecimal number, Place end, Place other) {
        var measured = measured(place, number, other);
        var amount = measured == null ? counted(place, number, other) : measured;
        return amount == null ? null : place.exactly(end.at(), amount.kind(), amount.value());
    }

    /** The second number of "from nine days to one" has the unit of the first. */
    private static @Nullable Amount to(Place place, BigDecimal number, Place end) {
        var read = place.readBack(FROM_TO);
        var unit = read == null ? null : Unit.after(place.to(read.start("unit")));
        return unit == null || unit.end() != place.done()
                ? null
                : place.exactly(end.at(), QUANTITY, new Measured(unit.unit().of(number)));
    }

    private static @Nullable Amount withArticle(Place place) {
        var read = place.read(ARTICLE);
        if (read == null) {
            return null;
        }
        var number = read.group("half") == null ? BigDecimal.ONE : new BigDecimal("0.5");
        return measured(place, number, place.to(read.end()));
    }
}
