package dev.claimgraph.fact;

import java.util.HashMap;
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

    /** As the graph keeps it; the dependencies are relationships. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("statement", statement);
        properties.put("statementPrint", Fact.print(statement));
        properties.put("dependsOnAll", dependsOnAll);
        properties.put("check", check == null ? null : check.json());
        properties.put("reviewEvery", reviewEvery == null ? null : reviewEvery.toString());
        return properties;
    }
}
