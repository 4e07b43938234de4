package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.QUANTITY;

import dev.claimgraph.copycheck.Value.Measured;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How often: "twice", and the time that a rate is over ("a week" of "nine hours a week"), which is no duration. */
final class Rates {

    private static final Pattern OFTEN = Pattern.compile("(?i)(?:once|(?<twice>twice))(?= (?:an?|per|each|every) )");
    private static final Pattern EVERY = Pattern.compile("(?i)(?:every|each|per) (?=[\\p{L}\\p{N}])");
    private static final Pattern PER =
            Pattern.compile("(?i)per\\b|/|every(?= fortnight)|(?<=\\ban? \\p{L}{1,20} )every\\b");
    private static final Pattern OVER = Pattern.compile("(?i)(?:per|an?|each|every)\\b|/");
    private static final Pattern EVERY_OTHER = Pattern.compile("(?i)every (?:other|second)(?= )");

    /** As in "one connection a month"; but "this one took a month". */
    private static final Pattern AFTER_ONE =
            Pattern.compile("(?i)(?<!\\b(?:this|that|which|no) )\\bone(?: (?<noun>\\p{L}+)(?<!s|ed))? $");

    private Rates() {}

    static @Nullable Amount at(Place place) {
        var often = place.read(OFTEN);
        if (often != null) {
            var times = often.group("twice") == null ? BigDecimal.ONE : BigDecimal.TWO;
            return place.exactly(often.end(), QUANTITY, Value.of(times, Nouns.stem("times")));
        }
        var every = place.read(EVERY);
        var period = every == null ? null : Quantities.at(place.to(every.end()));
        return period == null ? single(place) : period.named("per");
    }

    private static @Nullable Amount single(Place place) {
        var other = place.read(EVERY_OTHER);
        if (other != null) {
            return over(place, BigDecimal.TWO, other.end());
        }
        var isRate = place.isRightAfterAnAmount() || isAfterOne(place);
        var word = place.read(isRate ? OVER : PER);
        return word == null ? null : over(place, BigDecimal.ONE, word.end());
    }

    private static @Nullable Amount over(Place place, BigDecimal number, int end) {
        var unit = Unit.after(place.to(end));
        return unit == null
                ? null
                : place.exactly(unit.end(), QUANTITY, new Measured(unit.unit().of(number)))
                        .named("per");
    }

    private static boolean isAfterOne(Place place) {
        var one = place.readBack(AFTER_ONE);
        return one != null && (one.group("noun") == null || !Nouns.isNoNoun(one.group("noun")));
    }
}
