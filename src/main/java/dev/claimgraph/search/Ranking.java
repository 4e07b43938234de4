package dev.claimgraph.search;

import dev.claimgraph.search.Indexes.Hit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fuses lists by reciprocal rank: what stands high in several comes first. Ranks are those among the claims that are kept; but
 * whatever is beyond the first {@link #COUNTED} of a list, kept or not, comes after all else, so that looking further changes nothing
 * of what was ranked before.
 */
final class Ranking {

    static final int COUNTED = 100;

    /** Small, so that the first few places of a list weigh more than being on both. */
    private static final double K = 10;

    private static final double FURTHER = 1e-6;

    private final Set<String> kept;
    private final Map<String, Ranked> byClaim = new HashMap<>();

    /** @param kept the claims that take part */
    Ranking(Set<String> kept) {
        this.kept = kept;
    }

    /** @param hits the best first; of the wordings of one claim, the first counts */
    void add(Collection<Hit> hits, double weight) {
        var seen = new HashSet<String>();
        var rank = 0;
        for (var hit : hits) {
            if (seen.add(hit.claimId()) && kept.contains(hit.claimId())) {
                rank++;
                var counts = seen.size() <= COUNTED;
                var text = hit.kind().ofClaim ? hit.text() : null;
                var score = counts ? weight / (K + rank) : 0;
                var further = counts ? 0 : FURTHER / seen.size();
                byClaim.merge(hit.claimId(), new Ranked(hit.claimId(), text, score, further), Ranked::and);
            }
        }
    }

    /** The best first. */
    List<Ranked> ranked() {
        return byClaim.values().stream().sorted(Ranked.ORDER).toList();
    }

    /**
     * A claim and the wording of its own that it was found by.
     *
     * @param text null where it was found by its facts, or by what they are about
     * @param counted from the places that count
     * @param further from those beyond, where there are no others
     */
    record Ranked(String claimId, @Nullable String text, double counted, double further) {

        static final Comparator<Ranked> ORDER =
                Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::claimId);

        double score() {
            return counted > 0 ? counted : further;
        }

        private Ranked and(Ranked other) {
            return new Ranked(
                    claimId,
                    text == null ? other.text : text,
                    counted + other.counted,
                    Math.max(further, other.further));
        }
    }
}
