package dev.claimgraph.catalog;

import dev.claimgraph.history.Change;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A subject as the change log keeps it: {@link Subject#state}. */
record LoggedSubject(
        String type,
        String key,
        String name,
        @Nullable String summary,
        @Nullable Lifecycle lifecycle,
        long revision,
        @Nullable String productId,
        @Nullable String ownerId,
        @Nullable List<String> personaIds,
        @Nullable List<String> featureIds,
        Map<String, JsonNode> attributes,
        Instant createdAt,
        Instant updatedAt) {

    /** Who answers for it where it has no owner of its own, the log does not tell with the subject. */
    static Subject after(Change change) {
        var kept = Json.read(change.after(), LoggedSubject.class);
        var values = new TreeMap<String, AttributeValue>();
        kept.attributes.forEach((name, value) -> values.put(name, AttributeValue.stored(value.toString())));
        return new Subject(
                change.aggregate(),
                SubjectType.of(kept.type),
                kept.key,
                kept.name,
                kept.summary,
                kept.lifecycle,
                kept.revision,
                kept.productId,
                kept.ownerId,
                kept.ownerId,
                Objects.requireNonNullElse(kept.personaIds, List.of()),
                Objects.requireNonNullElse(kept.featureIds, List.of()),
                values,
                false,
                kept.createdAt,
                kept.updatedAt);
    }
}
