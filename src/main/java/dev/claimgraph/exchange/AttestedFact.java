package dev.claimgraph.exchange;

import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a fact stands, on an admin's word.
 *
 * @param validUntil how long a verification counts
 * @param note why it is disputed, or was retracted
 * @param dependsOnAll whether it depends on every attribute, though it has a check
 */
record AttestedFact(
        FactStanding standing,
        @Nullable Instant validUntil,
        @Nullable String note,
        @Nullable Boolean dependsOnAll) {

    static final AttestedFact VERIFIED = new AttestedFact(FactStanding.VERIFIED, null, null, null);

    private static final Set<FactStanding> DECIDED =
            EnumSet.of(FactStanding.VERIFIED, FactStanding.UNVERIFIED, FactStanding.DISPUTED, FactStanding.RETRACTED);

    /** @return null where a problem says why not */
    static @Nullable AttestedFact read(Map<String, Object> attested, Binding binding, Problems problems) {
        var within = new Problems();
        var fact = binding.bind(attested, "AttestedFactInput", AttestedFact.class, within);
        if (fact != null && !DECIDED.contains(fact.standing)) {
            var message = "Nobody decides that a fact is %s; it is one of %s.".formatted(fact.standing, DECIDED);
            within.add(ProblemCode.INVALID, message, "standing");
        }
        if (fact != null && fact.standing == FactStanding.RETRACTED) {
            within.text(fact.note, Problems.LONG_TEXT, "note");
        } else if (fact != null) {
            within.optionalText(fact.note, Problems.LONG_TEXT, "note");
        }
        problems.addAll(within.found().stream()
                .map(problem -> problem.under("attested"))
                .toList());
        return within.count() == 0 ? fact : null;
    }

    /** Whether it depended on every attribute, though it had a check. */
    boolean isOnAll() {
        return Boolean.TRUE.equals(dependsOnAll);
    }
}
