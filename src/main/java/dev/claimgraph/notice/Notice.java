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
 * @param commit the position in the change log of the last change of the commit that did it; 0 where time alone did
 * @param at when it changed
 * @param aboutId what changed
 * @param personId who did it; null where time alone did
 * @param action the mutation that did it; null where time alone did
 * @param data canonical JSON: what is told, as the kind has it
 */
public record Notice(
        long position,
        String key,
        Kind kind,
        long commit,
        Instant at,
        String aboutId,
        @Nullable String personId,
        @Nullable String action,
        String data) {

    /** A notice that has no position yet. */
    static Notice of(Kind kind, String aboutId, Cause cause, Object data) {
        return new Notice(
                0,
                "%s/%s".formatted(aboutId, cause.key()),
                kind,
                cause.commit(),
                cause.at(),
                aboutId,
                cause.personId(),
                cause.action(),
                Json.write(data));
    }

    static Notice from(Value notice) {
        return new Notice(
                notice.get("position").asLong(),
                notice.get("key").asString(),
                Kind.valueOf(notice.get("kind").asString()),
                notice.get("commit").asLong(),
                notice.get("at").asZonedDateTime().toInstant(),
                notice.get("aboutId").asString(),
                notice.get("personId").asString(null),
                notice.get("action").asString(null),
                notice.get("data").asString());
    }

    public <T> T data(Class<T> type) {
        return Json.read(data, type);
    }

    Map<String, Object> properties(Instant toldAt) {
        var properties = new HashMap<String, Object>();
        properties.put("key", key);
        properties.put("kind", kind.name());
        properties.put("commit", commit);
        properties.put("at", at.atZone(ZoneOffset.UTC));
        properties.put("aboutId", aboutId);
        properties.put("personId", personId);
        properties.put("action", action);
        properties.put("data", data);
        properties.put("toldAt", toldAt.atZone(ZoneOffset.UTC));
        return properties;
    }

    /** What sort of thing changed. */
    public enum Kind {
        CLAIM_STANDING,
        FACT_STANDING,
        REVIEW,
        QUESTION,
        OWNER
    }

    /** What made the difference: a commit or, where nobody acts, a moment that came. */
    record Cause(
            long commit,
            Instant at,
            @Nullable String personId,
            @Nullable String action) {

        static Cause moment(Instant at) {
            return new Cause(0, at, null, null);
        }

        String key() {
            return commit == 0 ? at.toString() : Long.toString(commit);
        }
    }
}
