package dev.claimgraph.copycheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the amounts of an English text, and holds those of copy against those of a claim. */
final class Amounts {

    private static final Pattern START = Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]|[€$£¥§#+/(]");

    /** The order decides: a year is no quantity, and a version is none where its number has a unit. */
    private static final List<AmountReader> READERS =
            List.of(Moneys::at, Versions::at, Fractions::at, Rates::at, Multiples::at, Quantities::at);

    private Amounts() {}

    /** In the order of the text, and none within another. */
    static List<Amount> in(String text) {
        var amounts = new ArrayList<Amount>();
        var starts = START.matcher(text);
        var done = 0;
        for (var at = 0; starts.find(at); ) {
            var place = new Place(text, starts.start(), done);
            var amount = Dates.at(place);
            at = amount == null ? NotAmounts.end(place) : amount.end();
            if (at == place.at()) {
                amount = other(place);
                at = amount == null ? NotAmounts.endOfWord(place) : amount.end();
            }
            if (amount != null) {
                amounts.add(Comparisons.read(place, amount));
                done = amount.end();
            }
        }
        return Bounds.read(text, amounts);
    }

    /**
     * Amounts that agree with one of the other side stand, however often they are said; of the rest, those that compare and are
     * nearest by place in order make a pair.
     */
    static List<Mismatch> mismatches(List<Amount> claim, List<Amount> copy) {
        var mismatches = new ArrayList<Mismatch>();
        for (var pair : possible(claim, copy)) {
            if (mismatches.stream().noneMatch(taken -> taken.claim() == pair.claim() || taken.copy() == pair.copy())) {
                mismatches.add(pair);
            }
        }
        mismatches.sort(Comparator.comparingInt(mismatch -> mismatch.copy().start()));
        return mismatches;
    }

    private static List<Mismatch> possible(List<Amount> claim, List<Amount> copy) {
        return claim.stream()
                .filter(stated -> copy.stream().noneMatch(stated::agreesWith))
                .flatMap(stated -> copy.stream()
                        .filter(stated::comparableWith)
                        .filter(said -> claim.stream().noneMatch(amount -> amount.agreesWith(said)))
                        .map(said -> new Mismatch(stated, said)))
                .sorted(Comparator.comparingInt(
                        pair -> Math.abs(claim.indexOf(pair.claim()) - copy.indexOf(pair.copy()))))
                .toList();
    }

    private static @Nullable Amount other(Place place) {
        return READERS.stream()
                .map(reader -> reader.at(place))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
