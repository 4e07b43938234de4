package dev.claimgraph.notice;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Deadline;
import dev.claimgraph.history.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    private static final String WRITE = """
        MATCH (log:NoticeLog)
        SET log.locked = true
        WITH log, [row IN $rows WHERE NOT EXISTS { (:Notice {key: row.key}) }] AS rows, log.position AS position
        SET log.position = position + size(rows)
        WITH rows, position
        UNWIND range(0, size(rows) - 1) AS i
        CREATE (notice:Notice)
        SET notice = rows[i], notice.position = position + i + 1
        """;

    private static final String END = """
        MATCH (log:NoticeLog)
        SET log.told = $told, log.until = $until
        """;

    private static final String AFTER = """
        MATCH (notice:Notice) WHERE notice.position > $after
        RETURN notice ORDER BY notice.position LIMIT $limit
        """;

    private static final String AT = """
        UNWIND $positions AS position
        MATCH (notice:Notice {position: position})
        RETURN notice
        """;

    private static final String FORGET = """
        MATCH (notice:Notice) WHERE notice.toldAt < $before
        WITH notice ORDER BY notice.toldAt LIMIT $limit
        WITH notice, notice.position AS position
        DETACH DELETE notice
        WITH count(*) AS forgotten, max(position) AS last
        MATCH (log:NoticeLog)
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
     * Writes what was not written before.
     *
     * @throws LeaseLost where another instance works them out by now; nothing is written then
     */
    void write(Collection<Notice> notices) {
        underLease(() -> writeRows(notices));
    }

    /** The same, and notes that all is told up to a position of the change log, and up to a moment. @throws LeaseLost as the other */
    void end(Collection<Notice> notices, long told, Instant until) {
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

    private void writeRows(Collection<Notice> notices) {
        var now = clock.instant();
        var rows = notices.stream().map(notice -> notice.properties(now)).toList();
        neo4j.query(WRITE).bindAll(Map.of("rows", rows)).run();
    }

    /** The notices after a position, in their order, up to where one is not there to read yet. */
    List<Notice> after(long position, int limit) {
        var page = List.copyOf(neo4j.query(AFTER)
                .bindAll(Map.of("after", position, "limit", limit))
                .fetchAs(Notice.class)
                .mappedBy((types, row) -> Notice.from(row.get("notice")))
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
                .mappedBy((types, row) -> Notice.from(row.get("notice")))
                .all());
    }

    /** Removes some of those that were told before a moment, the oldest first. @return how many */
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
