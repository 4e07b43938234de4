package dev.claimgraph.notice;

import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * One thing that changed and that somebody may want to be told, worked out from the change log.
 *
 * @param position in the order in which all are told, without gaps; 0 before it is given one
 * @param commit the position in the change log of the last change of the commit that did it; 0 where time alone did
 * @param at when it changed
 * @param aboutId what changed
 * @param personId who did it; null where time alone did
 * @param action the mutation that did it; null where time alone did
 * @param data canonical JSON: what is told, as the kind has it
 */
public record Notice(
        long position,
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
                0, kind, cause.commit(), cause.at(), aboutId, cause.personId(), cause.action(), Json.write(data));
    }

    static Notice from(Record row) {
        return new Notice(
                row.get("position").asLong(),
                Kind.valueOf(row.get("kind").asString()),
                row.get("commit").asLong(),
                row.get("at").asZonedDateTime().toInstant(),
                row.get("aboutId").asString(),
                row.get("personId").asString(null),
                row.get("action").asString(null),
                row.get("data").asString());
    }

    Cause cause() {
        return new Cause(commit, at, personId, action);
    }

    Key key() {
        return Key.of(aboutId, commit, at);
    }

    public <T> T data(Class<T> type) {
        return Json.read(data, type);
    }

    /** What is kept of notices of one cause. */
    static Map<String, Object> properties(List<Notice> notices, Cause cause, Instant toldAt) {
        var properties = new HashMap<String, Object>();
        properties.put("commit", cause.commit());
        properties.put("at", cause.at().atZone(ZoneOffset.UTC));
        properties.put("personId", cause.personId());
        properties.put("action", cause.action());
        properties.put("toldAt", toldAt.atZone(ZoneOffset.UTC));
        properties.put(
                "kinds", notices.stream().map(notice -> notice.kind().name()).toList());
        properties.put("aboutIds", notices.stream().map(Notice::aboutId).toList());
        properties.put("data", notices.stream().map(Notice::data).toList());
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
    }

    /**
     * What changed by which commit or, where that is 0, at which moment: nothing is told twice.
     *
     * @param moment null where a commit did it
     */
    record Key(String aboutId, long commit, @Nullable Instant moment) {

        static Key of(String aboutId, long commit, Instant at) {
            return new Key(aboutId, commit, commit == 0 ? at : null);
        }

        /** Whether all is told up to here, where it is up to a position of the change log, and up to a moment. */
        boolean isWithin(long told, Instant until) {
            return moment == null ? commit <= told : !moment.isAfter(until);
        }
    }
}
