package dev.claimgraph.history;

import dev.claimgraph.shared.BadArgument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/**
 * What things were at a moment, by the log. A moment that was looked back at is over: no later write falls into it, so whoever looks
 * again sees the same. Of the last minute that has to be said to those who write; what lies further back is over by itself, since
 * writes end long before.
 */
@Component
public class Past {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** What a statement does to find the last {@code change} of the {@code aggregate} until {@code $moment}. */
    public static final String LAST_CHANGE = """
        CALL (aggregate) {
          MATCH (change:Change {aggregate: aggregate}) WHERE change.id IS NOT NULL AND change.at <= $moment
          RETURN change ORDER BY change.aggregate DESC, change.id DESC LIMIT 1
        }
        """;

    private static final String UP_TO = """
        UNWIND $ids AS aggregate
        CALL (aggregate) {
          MATCH (change:Change {aggregate: aggregate}) WHERE change.id IS NOT NULL AND change.position <= $position
          RETURN change ORDER BY change.aggregate DESC, change.id DESC LIMIT 1
        }
        RETURN change
        """;

    private static final String IS_OVER = "MATCH (log:ChangeLog) RETURN coalesce(log.over >= $moment, false) AS isOver";

    private static final String POSITION = "MATCH (log:ChangeLog) RETURN log.position AS position";

    private static final String AT = "UNWIND $ids AS aggregate\n" + LAST_CHANGE + "RETURN change";

    /** Whoever writes holds the lock until the commit, so all that happened before is there afterwards. */
    private static final String END = """
        MATCH (log:ChangeLog)
        SET log.locked = true
        WITH log WHERE coalesce(log.over < $moment, true)
        SET log.over = $moment
        """;

    private final Neo4jClient neo4j;
    private final ChangeLog changes;
    private final Clock clock;

    Past(Neo4jClient neo4j, ChangeLog changes, Clock clock) {
        this.neo4j = neo4j;
        this.changes = changes;
        this.clock = clock;
    }

    /** How many changes the log holds: what is read after it is of that state or of a later one. */
    public long position() {
        return neo4j.query(POSITION).fetchAs(Long.class).one().orElse(0L);
    }

    /** The present moment, to look at again later. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * The last change of each thing until a moment, that instant included; what did not exist then is left out.
     *
     * @throws BadArgument for a moment that is yet to come
     */
    public Map<String, Change> at(Instant moment, Collection<String> ids) {
        if (moment.isAfter(clock.instant())) {
            throw new BadArgument("asOf is yet to come; it is now %s.".formatted(clock.instant()));
        }
        if (ids.isEmpty()) {
            return Map.of();
        }
        end(moment);
        return last(AT, Map.of("ids", ids, "moment", moment.atZone(ZoneOffset.UTC)));
    }

    /**
     * The last change of each thing when the log had so many, and when it had more; what did not exist then is left out. What nothing
     * befell in between is read once, and is the very same in both.
     */
    public Between<Change> between(long before, long after, Collection<String> ids) {
        var last = upTo(after, ids);
        var later = last.values().stream()
                .filter(change -> change.position() > before)
                .map(Change::aggregate)
                .toList();
        var first = new HashMap<>(last);
        later.forEach(first::remove);
        first.putAll(upTo(before, later));
        return new Between<>(first, last);
    }

    /** @param changes all that the log holds behind a position, up to another, in their order */
    public Stretch stretch(long start, List<Change> changes) {
        return new Stretch(this, start, changes);
    }

    private Map<String, Change> upTo(long position, Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : last(UP_TO, Map.of("ids", ids, "position", position));
    }

    private Map<String, Change> last(String cypher, Map<String, Object> parameters) {
        var found = new HashMap<String, Change>();
        neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Change.class)
                .mappedBy((types, row) -> Change.from(row.get("change")))
                .all()
                .forEach(change -> found.put(change.aggregate(), change));
        return found;
    }

    private void end(Instant moment) {
        if (moment.isBefore(clock.instant().minus(A_MINUTE))) {
            return;
        }
        var parameters = Map.<String, Object>of("moment", moment.atZone(ZoneOffset.UTC));
        var isOver = neo4j.query(IS_OVER)
                .bindAll(parameters)
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
        if (!isOver) {
            changes.write(() -> neo4j.query(END).bindAll(parameters).run());
        }
    }
}
