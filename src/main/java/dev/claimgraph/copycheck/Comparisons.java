package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.MULTIPLE;
import static dev.claimgraph.copycheck.Amount.Kind.SHARE;

import dev.claimgraph.copycheck.Value.Measured;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What a share or a multiple compares, speed or size, so that "half the size" and "50 % smaller" meet. */
final class Comparisons {

    /** Behind what a share compares where it is of what there is less of. */
    static final String LESS = " less";

    private static final String COMPARED = "(?:(?<speed>fast(?:er)?|quick(?:er|ly)?|(?<slow>slow(?:er)?)|speed|pace)"
            + "|(?<small>(?:small|light)er?)|(?:larg|bigg|heavi)er?|big|heavy|size|weight|bytes)";

    private static final Pattern AFTER =
            Pattern.compile("(?i)[ -](?:of )?(?:(?:as|the|its|their|your|that) )?" + COMPARED + "\\b");
    private static final Pattern BEFORE =
            Pattern.compile("(?i)\\b" + COMPARED + " by (?:(?:up to|at least|about|nearly) )?$");

    private static final Pattern LEFT = Pattern.compile(
            "(?i)(?: of)? (?:the|its|their|that) (?:\\p{L}+ )?(?:size|weight|bytes)\\b| of what (?:it|they)\\b");
    private static final Pattern CUT_TO =
            Pattern.compile("(?i)\\b(?:cut|reduc|shr[iu]nk|down)\\p{L}*\\b[^.;:!?]{0,40} to"
                    + " $(?=(?:an?|one|two|three)[ -](?:third|quarter|fifth|tenth)s?\\b(?! of))");

    private static final Pattern TAKEN = Pattern.compile(
            "(?i)\\b(?:sav|cut|remov|los|shav|trim|spar)\\p{L}* (?:(?:up to|at least|about|nearly) )?$");

    private Comparisons() {}

    /** Whether it is what is left, as in "cut to a third"; other shares are of what is not. */
    static boolean isLeft(Place place, Place end) {
        return end.reads(LEFT) && !place.readsBack(TAKEN) || place.readsBack(CUT_TO);
    }

    static Amount read(Place place, Amount amount) {
        if (amount.kind() != SHARE && amount.kind() != MULTIPLE) {
            return amount;
        }
        var end = place.to(amount.end());
        if (amount.kind() == SHARE && isLeft(place, end)) {
            var left = ((Measured) amount.value()).quantity();
            var gone = Value.of(BigDecimal.ONE.subtract(left.amount()), left.base());
            return place.exactly(amount.end(), SHARE, gone).named("size" + LESS);
        }
        var after = end.read(AFTER);
        var compared = after == null ? place.readBack(BEFORE) : after;
        if (compared == null) {
            return amount;
        }
        var isLess = amount.kind() == SHARE && (compared.group("slow") != null || compared.group("small") != null);
        return amount.named((compared.group("speed") == null ? "size" : "speed") + (isLess ? LESS : ""));
    }
}
