package dev.claimgraph.fact;

import dev.claimgraph.shared.Fingerprint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * What a product owner says and how it is judged.
 *
 * @param dependsOnAll whether it depends on every attribute of its subject, those added later too
 * @param dependsOn the attributes that it names; empty beside dependsOnAll
 * @param reviewEvery how long a verification is good for; null for as long as its basis stands
 */
record FactContent(
        String statement,
        boolean dependsOnAll,
        SortedSet<String> dependsOn,
        @Nullable FactCheck check,
        @Nullable PeriodDuration reviewEvery) {

    /** As the graph keeps it; the dependencies are relationships too. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("statement", statement);
        properties.put("statementPrint", Fingerprint.of(statement));
        properties.put("dependsOnAll", dependsOnAll);
        properties.put("dependsOn", List.copyOf(dependsOn));
        properties.put("check", check == null ? null : check.json());
        properties.put("reviewEvery", reviewEvery == null ? null : reviewEvery.toString());
        return properties;
    }
}
