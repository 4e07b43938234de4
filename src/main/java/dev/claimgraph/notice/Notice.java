package dev.claimgraph.notice;

import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * One thing that changed and that somebody may want to be told, worked out from the change log.
 *
 * @param position in the order in which all are told, without gaps; 0 before it is given one
 * @param key what changed by which commit, or at which moment: nothing is told twice
 * @param at when it changed
 * @param aboutId what changed
 * @param personId who did it; null where time alone did
 * @param action the mutation that did it; null where time alone did
 * @param data canonical JSON: what is told, as the kind has it
 */
record Notice(
        long position,
        String key,
        Kind kind,
        Instant at,
        String aboutId,
        @Nullable String personId,
        @Nullable String action,
        String data) {

    /** A notice that has no position yet. */
    static Notice of(Kind kind, String aboutId, Cause cause, Object data) {
        var key = "%s/%s".formatted(aboutId, cause.key());
        return new Notice(0, key, kind, cause.at(), aboutId, cause.personId(), cause.action(), Json.write(data));
    }

    static Notice from(Value notice) {
        return new Notice(
                notice.get("position").asLong(),
                notice.get("key").asString(),
                Kind.valueOf(notice.get("kind").asString()),
                notice.get("at").asZonedDateTime().toInstant(),
                notice.get("aboutId").asString(),
                notice.get("personId").asString(null),
                notice.get("action").asString(null),
                notice.get("data").asString());
    }

    <T> T data(Class<T> type) {
        return Json.read(data, type);
    }

    Map<String, Object> properties(Instant toldAt) {
        var properties = new HashMap<String, Object>();
        properties.put("key", key);
        properties.put("kind", kind.name());
        properties.put("at", at.atZone(ZoneOffset.UTC));
        properties.put("aboutId", aboutId);
        properties.put("personId", personId);
        properties.put("action", action);
        properties.put("data", data);
        properties.put("toldAt", toldAt.atZone(ZoneOffset.UTC));
        return properties;
    }

    /** What sort of thing changed. */
    enum Kind {
        CLAIM_STANDING,
        FACT_STANDING,
        REVIEW,
        QUESTION
    }

    /** What made the difference: a commit or, where nobody acts, a moment that came. */
    record Cause(
            String key,
            Instant at,
            @Nullable String personId,
            @Nullable String action) {

        static Cause moment(Instant at) {
            return new Cause(at.toString(), at, null, null);
        }
    }
}
