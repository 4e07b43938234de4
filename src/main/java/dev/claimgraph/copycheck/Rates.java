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
    private static final Pattern PER = Pattern.compile("(?i)per\\b|/");
    private static final Pattern OVER = Pattern.compile("(?i)(?:per|an?|each|every)\\b|/");
    private static final Pattern AFTER_ONE = Pattern.compile("(?i)\\bone $");

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
        var isRate = place.isRightAfterAnAmount() || place.readsBack(AFTER_ONE);
        var word = place.read(isRate ? OVER : PER);
        var unit = word == null ? null : Unit.after(place.to(word.end()));
        return unit == null
                ? null
                : place.exactly(unit.end(), QUANTITY, new Measured(unit.unit().of(BigDecimal.ONE)))
                        .named("per");
    }
}
