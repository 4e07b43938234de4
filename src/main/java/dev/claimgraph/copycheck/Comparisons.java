package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.MULTIPLE;
import static dev.claimgraph.copycheck.Amount.Kind.SHARE;

import java.util.regex.Pattern;

/** What a share or a multiple compares, speed or size, so that "half the size" and "50 % smaller" meet. */
final class Comparisons {

    private static final String COMPARED = "(?:(?<speed>fast(?:er)?|quick(?:er|ly)?|slow(?:er)?|speed|pace)"
            + "|(?:small|larg|bigg|light|heavi)er?|big|light|heavy|size|weight|bytes)";

    private static final Pattern AFTER =
            Pattern.compile("(?i)[ -](?:of )?(?:(?:as|the|its|their|your|that) )?" + COMPARED + "\\b");
    private static final Pattern BEFORE =
            Pattern.compile("(?i)\\b" + COMPARED + " by (?:(?:up to|at least|about|nearly) )?$");

    private Comparisons() {}

    static Amount read(Place place, Amount amount) {
        if (amount.kind() != SHARE && amount.kind() != MULTIPLE) {
            return amount;
        }
        var after = place.to(amount.end()).read(AFTER);
        var compared = after == null ? place.readBack(BEFORE) : after;
        return compared == null ? amount : amount.named(compared.group("speed") == null ? "size" : "speed");
    }
}
