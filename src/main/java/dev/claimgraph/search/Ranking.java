package dev.claimgraph.search;

import dev.claimgraph.search.Indexes.Hit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fuses lists by reciprocal rank: what stands high in several comes first. */
final class Ranking {

    /** Small, so that the first few places of a list weigh more than being on both. */
    private static final double K = 10;

    private final Map<String, Ranked> byClaim = new HashMap<>();

    /** @param hits the best first; of the wordings of one claim, the first counts */
    void add(Collection<Hit> hits, double weight) {
        var seen = new HashSet<String>();
        for (var hit : hits) {
            if (seen.add(hit.claimId())) {
                var text = hit.kind().ofClaim ? hit.text() : null;
                byClaim.merge(hit.claimId(), new Ranked(hit.claimId(), text, weight / (K + seen.size())), Ranked::and);
            }
        }
    }

    /** The best first. */
    List<Ranked> ranked() {
        return byClaim.values().stream()
                .map(Ranked::rounded)
                .sorted(Ranked.ORDER)
                .toList();
    }

    /**
     * A claim and the wording of its own that it was found by.
     *
     * @param text null where it was found by its facts, or by what they are about
     * @param score the sum of reciprocal ranks
     */
    record Ranked(String claimId, @Nullable String text, double score) {

        static final Comparator<Ranked> ORDER =
                Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::claimId);

        /** Less than any list gives, in as many steps as there may be others. */
        private static final double BEHIND = 1e-6;

        private static final double OTHERS = 100_000;
        private static final double DIGITS = 1e12;

        /** The same behind so many others, whose scores are of another look. */
        Ranked behind(int others) {
            return new Ranked(claimId, text, BEHIND * (1 - others / OTHERS)).rounded();
        }

        /** With as many digits as a place in the list has. */
        private Ranked rounded() {
            return new Ranked(claimId, text, Math.rint(score * DIGITS) / DIGITS);
        }

        private Ranked and(Ranked other) {
            return new Ranked(claimId, text == null ? other.text : text, score + other.score);
        }
    }
}
