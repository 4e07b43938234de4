package dev.claimgraph.history;

import dev.claimgraph.shared.Fingerprint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * One write to one aggregate, chained to the one before it by its hash.
 *
 * @param id the aggregate's id and the number, so that it sorts within the aggregate
 * @param position in the order of commits over the whole log
 * @param commit the position of the last change of its commit
 * @param number in the aggregate, from 1
 * @param action the mutation that did it
 * @param touched ids of the other things that the write concerned
 * @param before canonical JSON of the whole aggregate, null where it was created
 * @param after canonical JSON of the whole aggregate
 */
public record Change(
        String id,
        String aggregate,
        long position,
        long commit,
        long number,
        Instant at,
        String actorId,
        String action,
        List<String> touched,
        @Nullable String before,
        String after,
        @Nullable String previousHash,
        String hash) {

    static String id(String aggregate, long number) {
        return "%s/%010d".formatted(aggregate, number);
    }

    /** The chain's link: over everything but the position, which only the commit gives. */
    static String hash(
            String aggregate,
            long number,
            Instant at,
            String actorId,
            String action,
            List<String> touched,
            @Nullable String before,
            String after,
            @Nullable String previousHash) {
        return Fingerprint.of(
                aggregate,
                Long.toString(number),
                at.toString(),
                actorId,
                action,
                String.join(" ", touched),
                before,
                after,
                previousHash);
    }

    /** The hash that it has to have. */
    String computedHash() {
        return hash(aggregate, number, at, actorId, action, touched, before, after, previousHash);
    }

    /** What it changed, field by field. */
    public List<Difference> differences() {
        return Difference.between(before, after);
    }

    static Change from(Value change) {
        return new Change(
                change.get("id").asString(),
                change.get("aggregate").asString(),
                change.get("position").asLong(),
                change.get("commit").asLong(change.get("position").asLong()),
                change.get("number").asLong(),
                change.get("at").asZonedDateTime().toInstant(),
                change.get("actor").asString(),
                change.get("action").asString(),
                change.get("touched").asList(Value::asString),
                change.get("before").asString(null),
                change.get("after").asString(),
                change.get("previousHash").asString(null),
                change.get("hash").asString());
    }

    /** What the statement that appends it takes; the position is given there. */
    static Map<String, Object> row(Pending change, long number, @Nullable String previousHash, Instant at) {
        var row = new HashMap<String, Object>();
        row.put("id", id(change.aggregate(), number));
        row.put("aggregate", change.aggregate());
        row.put("number", number);
        row.put("at", at.atZone(ZoneOffset.UTC));
        row.put("actor", change.actorId());
        row.put("action", change.action());
        row.put("touched", change.touched());
        row.put("after", change.after());
        row.put(
                "hash",
                hash(
                        change.aggregate(),
                        number,
                        at,
                        change.actorId(),
                        change.action(),
                        change.touched(),
                        change.before(),
                        change.after(),
                        previousHash));
        if (change.before() != null) {
            row.put("before", change.before());
        }
        if (previousHash != null) {
            row.put("previousHash", previousHash);
        }
        return row;
    }

    /** A change that its transaction has not appended yet. */
    record Pending(
            String aggregate,
            String actorId,
            String action,
            List<String> touched,
            @Nullable String before,
            String after) {

        boolean creates() {
            return before == null;
        }
    }
}
