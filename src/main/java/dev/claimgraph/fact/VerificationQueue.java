package dev.claimgraph.fact;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Cursor;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.BadArgument;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/**
 * The facts that need their owner, the one that holds back most first: those that somebody's write left UNVERIFIED, SUSPECT or
 * CONTRADICTED, and those whose validity has run out or is about to.
 */
@Component
class VerificationQueue {

    private static final Duration LAPSING = Duration.ofDays(14);
    private static final String LAST_ID = Character.toString(Character.MAX_CODE_POINT);

    /**
     * Of each owner and state no more than a page, in the order of an index, however many wait; the tie is told by {@code
     * properties(…)}, as in a {@code Keyset}. What lapses with time has no such order: all of it is looked at, in an index. Both
     * indexes are named, since a graph that was empty when this was planned has none that seem worth it.
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
            RETURN f ORDER BY f.ownerId DESC, f.state DESC, f.liveUsages DESC, f.id DESC LIMIT $limit
          }
          RETURN f, properties(f).id AS id, properties(f).liveUsages AS leverage
          UNION ALL
          UNWIND $owners AS owner
          CALL (owner) {
            MATCH (f:Fact)
            USING INDEX SEEK f:Fact(ownerId, state, validUntil, liveUsages, id)
            WHERE f.ownerId = owner AND f.state = 'VERIFIED' AND f.validUntil <= $soon
              AND f.liveUsages IS NOT NULL AND f.id IS NOT NULL
            WITH f, f.id AS id, f.validUntil AS until, f.liveUsages AS live
            WITH f, id, CASE WHEN until <= $now THEN live ELSE 0 END AS leverage
            WHERE leverage < $leverage OR leverage = $leverage AND id < $id
            RETURN f, id, leverage ORDER BY leverage DESC, id DESC LIMIT $limit
          }
          RETURN f, id, leverage
        }
        WITH f, id, leverage ORDER BY leverage DESC, id DESC LIMIT $limit
        RETURN {leverage: leverage, fact:\s\
        """ + Fact.PROJECTION + "} AS item";

    private static final String COUNT = """
        UNWIND $owners AS owner
        RETURN sum(
          COUNT { MATCH (f:Fact)
            USING INDEX SEEK f:Fact(ownerId, state, liveUsages, id)
            WHERE f.ownerId = owner AND f.state IN ['UNVERIFIED', 'SUSPECT', 'CONTRADICTED']
              AND f.liveUsages IS NOT NULL AND f.id IS NOT NULL }
          + COUNT { MATCH (f:Fact)
            USING INDEX SEEK f:Fact(ownerId, state, validUntil, liveUsages, id)
            WHERE f.ownerId = owner AND f.state = 'VERIFIED' AND f.validUntil <= $soon
              AND f.liveUsages IS NOT NULL AND f.id IS NOT NULL }) AS total
        """;

    private final Neo4jClient neo4j;
    private final Pages pages;
    private final Clock clock;

    VerificationQueue(Neo4jClient neo4j, Pages pages, Clock clock) {
        this.neo4j = neo4j;
        this.pages = pages;
        this.clock = clock;
    }

    /** Of those for whom the caller answers. */
    Connection<QueuedFact> of(Actor actor, PageRequest page) {
        var now = clock.instant();
        var parameters = new HashMap<String, Object>(place(page.after()));
        parameters.put("owners", actor.answersFor());
        parameters.put("now", FactRepository.time(now));
        parameters.put("soon", FactRepository.time(now.plus(LAPSING)));
        parameters.put("limit", page.limit() + 1);
        var rows = neo4j.query(PAGE)
                .bindAll(parameters)
                .fetchAs(QueuedFact.class)
                .mappedBy((types, row) -> QueuedFact.from(row.get("item"), now))
                .all();
        return Connection.of(
                page,
                rows,
                queued -> String.valueOf(queued.leverage()),
                QueuedFact::id,
                () -> pages.count(COUNT, parameters));
    }

    private static Map<String, Object> place(@Nullable Cursor after) {
        try {
            return after == null
                    ? Map.of("leverage", Long.MAX_VALUE, "id", LAST_ID)
                    : Map.of("leverage", Long.parseLong(after.key()), "id", after.id());
        } catch (NumberFormatException forged) {
            throw new BadArgument("after is not a cursor of this list; ask for the first page again.");
        }
    }
}
