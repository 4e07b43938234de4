package dev.claimgraph.contribution;

import dev.claimgraph.fact.Evidence;
import dev.claimgraph.shared.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is offered.
 *
 * @param text what the market problem is, what the fact says, or what the evidence shows
 * @param note where it was heard, and whatever else helps to decide
 * @param name of a market problem; null for the other kinds
 * @param key that a market problem is to have, where one was thought of
 * @param subjectId what a fact would be about
 * @param factId what evidence would back
 */
record ContributionContent(
        String text,
        @Nullable String note,
        @Nullable String name,
        @Nullable String key,
        @Nullable String subjectId,
        @Nullable String factId,
        @Nullable Evidence evidence) {

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("text", text);
        properties.put("note", note);
        properties.put("name", name);
        properties.put("key", key);
        properties.put("subjectId", subjectId);
        properties.put("factId", factId);
        properties.put("evidence", Json.writeOrNull(evidence));
        return properties;
    }
}
