package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.QUANTITY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text has one of, which is an amount only where the same is counted: "one attribute" against "three attributes". */
final class Singles {

    /** Not "not one browser", nor "one revision beside the other". */
    private static final Pattern ONE =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}-])(?<!\\b(?:not|no|without|every|each|any|this|that|which) |n['’]t"
                    + " )one(?![^.!?]{0,80}\\b(?:an)?other\\b)");

    private Singles() {}

    /** @param stems of the nouns that are counted */
    static List<Amount> in(String text, Set<String> stems) {
        return ONE.matcher(text)
                .results()
                .map(one -> single(text, one, stems))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Amount single(String text, MatchResult one, Set<String> stems) {
        var place = new Place(text, one.start(), 0);
        var noun = Nouns.after(place.to(one.end()), stems);
        return noun == null ? null : place.exactly(noun.end(), QUANTITY, Value.of(BigDecimal.ONE, noun.stem()));
    }
}
