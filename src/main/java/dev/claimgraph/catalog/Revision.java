package dev.claimgraph.catalog;

import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * An immutable numbered state of a subject.
 *
 * @param id the subject's id and the number, so that it sorts within the subject
 * @param changed what is not as it was in the revision before, as it is stored
 */
public record Revision(
        String id,
        String subjectId,
        long number,
        Instant at,
        String personId,
        @Nullable String note,
        String changed) {

    public static Revision from(Value revision) {
        return new Revision(
                revision.get("id").asString(),
                revision.get("subjectId").asString(),
                revision.get("number").asLong(),
                revision.get("at").asZonedDateTime().toInstant(),
                revision.get("by").asString(),
                revision.get("note").asString(null),
                revision.get("changes").asString());
    }

    public List<Moved> changes() {
        return List.of(Json.read(changed, Moved[].class));
    }

    public static String id(String subjectId, long number) {
        return "%s/%010d".formatted(subjectId, number);
    }

    /**
     * One thing that a revision changed.
     *
     * @param attribute the attribute's name, or name, summary, lifecycle, personas or features
     * @param before as a person writes it; null where it was not there
     * @param after as a person writes it; null where it is not there any more
     */
    public record Moved(
            String attribute,
            @Nullable String before,
            @Nullable String after) {}
}
