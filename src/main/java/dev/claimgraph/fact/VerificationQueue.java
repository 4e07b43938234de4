package dev.claimgraph.fact;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Cursor;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.BadArgument;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/**
 * The facts that need their owner, the one that holds back most first: those that somebody's write left UNVERIFIED, SUSPECT or
 * CONTRADICTED, and those whose validity has run out or is about to.
 */
@Component
class VerificationQueue {

    private static final Duration LAPSING = Duration.ofDays(14);
    private static final int FEW = 500;
    private static final String LAST_ID = Character.toString(Character.MAX_CODE_POINT);

    /**
     * What holds back comes first, by leverage, then what is about to lapse, by when it will. Of each owner and state no more than a page
     * is read, in the order of an index, however many wait; the tie is told by {@code properties(…)}, as in a {@code Keyset}. Time alone
     * makes a fact LAPSED, so no index has those by leverage: a few are sorted, and where there are many, they are found among all that
     * is VERIFIED in that order. The indexes are named, since a graph that was empty when this was planned has none that seem worth it; and the facts are read
     * by another statement, since the planner fails at patterns beside what several indexes give.
     */
    private static final String PAGE = """
        CALL () {
          UNWIND $owners AS owner
          UNWIND ['UNVERIFIED', 'SUSPECT', 'CONTRADICTED'] AS state
          CALL (owner, state) {
            MATCH (f:Fact)
            USING INDEX SEEK f:Fact(ownerId, state, liveUsages, id)
            WHERE f.ownerId = owner AND f.state = state AND f.liveUsages <= $leverage AND f.id IS NOT NULL
              AND [properties(f).liveUsages, properties(f).id] < [$leverage, $id]
            RETURN f.liveUsages AS leverage, f.id AS id
            ORDER BY f.ownerId DESC, f.state DESC, f.liveUsages DESC, f.id DESC LIMIT $limit
          }
          RETURN leverage, id, null AS due, null AS dueId
          UNION ALL
          UNWIND $owners AS owner
          WITH owner, COUNT {
            MATCH (f:Fact)
            USING INDEX SEEK f:Fact(ownerId, state, validUntil, id)
            WHERE f.ownerId = owner AND f.state = 'VERIFIED' AND f.validUntil <= $now AND f.id IS NOT NULL
            RETURN f LIMIT $few
          } AS lapsed
          CALL (owner, lapsed) {
            UNWIND CASE WHEN lapsed < $few THEN [owner] ELSE [] END AS few
            CALL (few) {
              MATCH (f:Fact)
              USING INDEX SEEK f:Fact(ownerId, state, validUntil, id)
              WHERE f.ownerId = few AND f.state = 'VERIFIED' AND f.validUntil <= $now AND f.id IS NOT NULL
              RETURN f.id AS id, properties(f).liveUsages AS leverage
            }
            WITH id, leverage
            WHERE leverage < $leverage OR leverage = $leverage AND id < $id
            RETURN leverage, id ORDER BY leverage DESC, id DESC LIMIT $limit
            UNION ALL
            UNWIND CASE WHEN lapsed < $few THEN [] ELSE [owner] END AS many
            CALL (many) {
              MATCH (f:Fact)
              USING INDEX SEEK f:Fact(ownerId, state, liveUsages, id)
              WHERE f.ownerId = many AND f.state = 'VERIFIED' AND f.liveUsages <= $leverage AND f.id IS NOT NULL
                AND [properties(f).liveUsages, properties(f).id] < [$leverage, $id]
                AND properties(f).validUntil <= $now
              RETURN f.liveUsages AS leverage, f.id AS id
              ORDER BY f.ownerId DESC, f.state DESC, f.liveUsages DESC, f.id DESC LIMIT $limit
            }
            RETURN leverage, id
          }
          RETURN leverage, id, null AS due, null AS dueId
          UNION ALL
          UNWIND $owners AS owner
          CALL (owner) {
            MATCH (f:Fact)
            USING INDEX SEEK f:Fact(ownerId, state, validUntil, id)
            WHERE f.ownerId = owner AND f.state = 'VERIFIED' AND f.validUntil >= $due AND f.validUntil <= $soon
              AND f.id IS NOT NULL AND properties(f).validUntil > $now
              AND (properties(f).validUntil > $due OR properties(f).id > $dueId)
            RETURN f.validUntil AS due, f.id AS dueId
            ORDER BY f.ownerId, f.state, f.validUntil, f.id LIMIT $limit
          }
          RETURN -1 AS leverage, null AS id, due, dueId
        }
        WITH leverage, id, due, dueId ORDER BY leverage DESC, id DESC, due, dueId LIMIT $limit
        RETURN leverage, coalesce(id, dueId) AS id, due
        """;

    private static final String COUNT = """
        UNWIND $owners AS owner
        RETURN sum(
          COUNT { MATCH (f:Fact)
            USING INDEX SEEK f:Fact(ownerId, state, liveUsages, id)
            WHERE f.ownerId = owner AND f.state IN ['UNVERIFIED', 'SUSPECT', 'CONTRADICTED']
              AND f.liveUsages IS NOT NULL AND f.id IS NOT NULL }
          + COUNT { MATCH (f:Fact)
            USING INDEX SEEK f:Fact(ownerId, state, validUntil, id)
            WHERE f.ownerId = owner AND f.state = 'VERIFIED' AND f.validUntil <= $soon AND f.id IS NOT NULL }) AS total
        """;

    private final Neo4jClient neo4j;
    private final FactRepository facts;
    private final Pages pages;
    private final Clock clock;

    VerificationQueue(Neo4jClient neo4j, FactRepository facts, Pages pages, Clock clock) {
        this.neo4j = neo4j;
        this.facts = facts;
        this.pages = pages;
        this.clock = clock;
    }

    /** Of those for whom the caller answers. */
    Connection<QueuedFact> of(Actor actor, PageRequest page) {
        return of(actor, page, FEW);
    }

    /** @param few lapsed facts of one owner, from which on they are no longer sorted */
    Connection<QueuedFact> of(Actor actor, PageRequest page, int few) {
        var now = clock.instant();
        var parameters = place(page.after(), now);
        parameters.put("owners", actor.answersFor());
        parameters.put("now", FactRepository.time(now));
        parameters.put("soon", FactRepository.time(now.plus(LAPSING)));
        parameters.put("few", few);
        parameters.put("limit", page.limit() + 1);
        var rows = neo4j.query(PAGE)
                .bindAll(parameters)
                .fetchAs(Place.class)
                .mappedBy((types, row) -> Place.from(row))
                .all();
        var found = facts.byId(rows.stream().map(Place::id).toList());
        var queued = rows.stream().map(place -> place.of(found)).toList();
        return Connection.of(page, queued, QueuedFact::place, QueuedFact::id, () -> pages.count(COUNT, parameters));
    }

    /** From where on the page reads, of what holds back and of what is about to lapse. */
    private static Map<String, Object> place(@Nullable Cursor after, Instant now) {
        var place = new HashMap<String, Object>();
        place.put("leverage", Long.MAX_VALUE);
        place.put("id", LAST_ID);
        place.put("due", FactRepository.time(now));
        place.put("dueId", "");
        if (after == null) {
            return place;
        }
        try {
            if (QueuedFact.isDue(after.key())) {
                place.put("leverage", -1);
                place.put("due", FactRepository.time(Instant.parse(after.key())));
                place.put("dueId", after.id());
            } else {
                place.put("leverage", Long.parseLong(after.key()));
                place.put("id", after.id());
            }
            return place;
        } catch (NumberFormatException | DateTimeException forged) {
            throw new BadArgument("after is not a cursor of this list; ask for the first page again.");
        }
    }

    /**
     * Where a fact stands in the queue.
     *
     * @param due when it will lapse; null for one that holds back already
     */
    private record Place(String id, long leverage, @Nullable Instant due) {

        static Place from(Record row) {
            var due = row.get("due");
            return new Place(
                    row.get("id").asString(),
                    Math.max(0, row.get("leverage").asLong()),
                    due.isNull() ? null : due.asZonedDateTime().toInstant());
        }

        QueuedFact of(Map<String, Fact> facts) {
            return new QueuedFact(leverage, due, Objects.requireNonNull(facts.get(id)));
        }
    }
}
