package dev.claimgraph.notice;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Deadline;
import dev.claimgraph.history.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The notices in the graph, and how far they were worked out. */
@Component
class NoticeRepository {

    private static final String STATE = """
        MATCH (log:NoticeLog)
        RETURN log.told AS told, log.until AS until, log.position AS position, log.removed AS removed
        """;

    private static final String DUE = """
        CALL () {
          MATCH (f:Fact) WHERE f.validUntil > $after AND f.validUntil <= $upTo RETURN f.id AS id, f.validUntil AS at
          UNION ALL
          MATCH (c:Claim) WHERE c.expiresAt > $after AND c.expiresAt <= $upTo RETURN c.id AS id, c.expiresAt AS at
        }
        RETURN id, at
        """;

    /** What one commit or moment changed is one node, or several where it is much. */
    private static final String WRITE = """
        MATCH (log:NoticeLog)
        SET log.locked = true
        WITH log, log.position AS position
        SET log.position = position + $count
        WITH position
        UNWIND $rows AS row
        CREATE (notices:Notice)
        SET notices = row.properties, notices.last = position + row.upTo
        """;

    private static final String AHEAD = """
        CALL () {
          MATCH (notices:Notice) WHERE notices.commit > $told AND notices.at IS NOT NULL RETURN notices
          UNION ALL
          MATCH (notices:Notice) WHERE notices.commit = 0 AND notices.at > $until RETURN notices
        }
        UNWIND notices.aboutIds AS aboutId
        RETURN aboutId, notices.commit AS commit, notices.at AS at
        """;

    private static final String END = """
        MATCH (log:NoticeLog)
        SET log.told = $told, log.until = $until
        """;

    private static final String AFTER = """
        MATCH (notices:Notice) WHERE notices.last > $after
        WITH notices ORDER BY notices.last LIMIT $limit
        WITH notices, notices.last AS last, notices.kinds AS kinds, notices.aboutIds AS aboutIds, notices.data AS data
        UNWIND range(0, size(data) - 1) AS i
        WITH notices, last, last - size(data) + i + 1 AS position, kinds[i] AS kind, aboutIds[i] AS aboutId, data[i] AS data
        WHERE position > $after
        RETURN position, kind, aboutId, data, notices.commit AS commit, notices.at AS at, notices.personId AS personId,
          notices.action AS action
        ORDER BY last, position LIMIT $limit
        """;

    private static final String AT = """
        UNWIND $positions AS position
        CALL (position) {
          MATCH (notices:Notice) WHERE notices.last >= position
          RETURN notices ORDER BY notices.last LIMIT 1
        }
        WITH notices, collect(position) AS positions
        WITH notices, positions, notices.last - size(notices.data) + 1 AS first, notices.kinds AS kinds,
          notices.aboutIds AS aboutIds, notices.data AS data
        UNWIND positions AS position
        WITH notices, position, position - first AS i, kinds, aboutIds, data
        WHERE i >= 0
        RETURN position, kinds[i] AS kind, aboutIds[i] AS aboutId, data[i] AS data, notices.commit AS commit,
          notices.at AS at, notices.personId AS personId, notices.action AS action
        """;

    private static final String FORGET = """
        MATCH (log:NoticeLog)
        MATCH (notices:Notice) WHERE notices.last <= log.removed + $limit AND notices.toldAt < $before
        WITH log, notices, notices.last AS last, size(notices.data) AS size
        DETACH DELETE notices
        WITH log, sum(size) AS forgotten, max(last) AS last
        SET log.removed = CASE WHEN last > log.removed THEN last ELSE log.removed END
        RETURN forgotten
        """;

    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Neo4jClient neo4j;
    private final ChangeLog changes;
    private final Leases leases;
    private final Clock clock;

    NoticeRepository(Neo4jClient neo4j, ChangeLog changes, Leases leases, Clock clock) {
        this.neo4j = neo4j;
        this.changes = changes;
        this.leases = leases;
        this.clock = clock;
    }

    State state() {
        return neo4j.query(STATE)
                .fetchAs(State.class)
                .mappedBy((types, row) -> new State(
                        row.get("told").asLong(),
                        row.get("until").asZonedDateTime().toInstant(),
                        row.get("position").asLong(),
                        row.get("removed").asLong()))
                .one()
                .orElseThrow();
    }

    /** What runs out after a moment and up to another, of facts and claims as they are. */
    List<Deadline> due(Instant after, Instant upTo) {
        return List.copyOf(neo4j.query(DUE)
                .bindAll(Map.of("after", time(after), "upTo", time(upTo)))
                .fetchAs(Deadline.class)
                .mappedBy((types, row) -> new Deadline(
                        row.get("id").asString(),
                        row.get("at").asZonedDateTime().toInstant()))
                .all());
    }

    /**
     * Writes them, those that follow one another and are of one commit or moment together.
     *
     * @throws LeaseLost where another instance works them out by now; nothing is written then
     */
    void write(List<Notice> notices) {
        underLease(() -> writeRows(notices));
    }

    /** The same, and notes that all is told up to a position of the change log, and up to a moment. @throws LeaseLost as the other */
    void end(List<Notice> notices, long told, Instant until) {
        underLease(() -> {
            if (!notices.isEmpty()) {
                writeRows(notices);
            }
            neo4j.query(END).bindAll(Map.of("told", told, "until", time(until))).run();
        });
    }

    /** Before it runs out, while there is nothing to write. @throws LeaseLost as the other */
    void keepLease() {
        if (leases.left(Teller.LEASE).compareTo(SHORT) < 0) {
            underLease(() -> {});
        }
    }

    /** What was written behind what is noted as told: somebody broke off. */
    Set<Notice.Key> ahead(State state) {
        return new HashSet<>(neo4j.query(AHEAD)
                .bindAll(Map.of("told", state.told(), "until", time(state.until())))
                .fetchAs(Notice.Key.class)
                .mappedBy((types, row) -> Notice.Key.of(
                        row.get("aboutId").asString(),
                        row.get("commit").asLong(),
                        row.get("at").asZonedDateTime().toInstant()))
                .all());
    }

    private void writeRows(List<Notice> notices) {
        var now = clock.instant();
        var rows = new ArrayList<Map<String, Object>>();
        var from = 0;
        while (from < notices.size()) {
            var cause = notices.get(from).cause();
            var upTo = from;
            while (upTo < notices.size() && notices.get(upTo).cause().equals(cause)) {
                upTo++;
            }
            rows.add(Map.of("upTo", upTo, "properties", Notice.properties(notices.subList(from, upTo), cause, now)));
            from = upTo;
        }
        neo4j.query(WRITE).bindAll(Map.of("rows", rows, "count", from)).run();
    }

    /** The notices after a position, in their order, up to where one is not there to read yet. */
    List<Notice> after(long position, int limit) {
        var page = List.copyOf(neo4j.query(AFTER)
                .bindAll(Map.of("after", position, "limit", limit))
                .fetchAs(Notice.class)
                .mappedBy((types, row) -> Notice.from(row))
                .all());
        if (page.isEmpty() || page.getLast().position() == position + page.size()) {
            return page;
        }
        var begin = Math.max(position, state().removed());
        return IntStream.range(0, page.size())
                .takeWhile(i -> page.get(i).position() == begin + i + 1)
                .mapToObj(page::get)
                .toList();
    }

    List<Notice> at(Collection<Long> positions) {
        return List.copyOf(neo4j.query(AT)
                .bind(positions)
                .to("positions")
                .fetchAs(Notice.class)
                .mappedBy((types, row) -> Notice.from(row))
                .all());
    }

    /** Removes so many of those that were told before a moment, the oldest first. @return how many */
    long forget(Instant before, int limit) {
        return changes.write(() -> neo4j.query(FORGET)
                .bindAll(Map.of("before", time(before), "limit", limit))
                .fetchAs(Long.class)
                .one()
                .orElse(0L));
    }

    private void underLease(Runnable work) {
        if (!leases.under(Teller.LEASE, work)) {
            throw new LeaseLost();
        }
    }

    private static Object time(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }

    /**
     * How far notices were worked out.
     *
     * @param told all changes up to this position of the change log
     * @param until all that time alone changed up to this moment
     * @param position of the last notice
     * @param removed the last of those that are no longer kept
     */
    record State(long told, Instant until, long position, long removed) {}

    /** Another instance works the notices out by now. */
    static final class LeaseLost extends RuntimeException {

        LeaseLost() {
            super("Another instance took over.", null, false, false);
        }
    }
}
