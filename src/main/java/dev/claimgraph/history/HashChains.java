package dev.claimgraph.history;

import dev.claimgraph.history.HashChain.BrokenLink;
import dev.claimgraph.history.HashChain.Found;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.value.ValueException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Looks at the changes of one thing from the first one on, and whether each is as it was written. */
@Component
class HashChains {

    private static final int AT_ONCE = 500;

    /** What comes after the slash that ids end their thing with. */
    private static final String AFTER_SLASH = "0";

    /** By their ids, whatever thing they stand under now. */
    private static final String FOLLOWING = """
        MATCH (change:Change) WHERE change.id > $after AND change.id < $end
        RETURN change ORDER BY change.id LIMIT $limit
        """;

    private static final String STRAY = """
        MATCH (change:Change {aggregate: $id})
        WHERE change.id IS NOT NULL AND NOT (change.id > $after AND change.id < $end)
        RETURN change LIMIT 1
        """;

    /** Under the lock that every writer holds until the commit, so that the two numbers are of one moment. */
    private static final String LOST = """
        MATCH (log:ChangeLog)
        SET log.locked = true
        WITH log.position AS position
        RETURN position - COUNT { MATCH (:Change) } AS lost
        """;

    private final Neo4jClient neo4j;
    private final ChangeLog changes;

    HashChains(Neo4jClient neo4j, ChangeLog changes) {
        this.neo4j = neo4j;
        this.changes = changes;
    }

    /** Null for what has no changes. */
    @Nullable
    HashChain of(String id) {
        var chain = HashChain.EMPTY;
        List<Found> following;
        do {
            following = read(
                    FOLLOWING,
                    id,
                    chain.last() == null ? id + "/" : chain.last().id());
            chain = chain.and(id, following);
        } while (chain.broken() == null && following.size() == AT_ONCE);
        if (chain.broken() == null) {
            for (var stray : read(STRAY, id, id + "/")) {
                chain = chain.brokenBy(new BrokenLink(
                        stray.change(),
                        "A change stands under this thing that is none of its own: %s.".formatted(stray.id())));
            }
        }
        return chain.length() == 0 && chain.broken() == null ? null : chain.lacking(lost());
    }

    private List<Found> read(String cypher, String id, String after) {
        return List.copyOf(neo4j.query(cypher)
                .bindAll(Map.of("id", id, "after", after, "end", id + AFTER_SLASH, "limit", AT_ONCE))
                .fetchAs(Found.class)
                .mappedBy((types, row) -> found(row.get("change")))
                .all());
    }

    private static Found found(Value change) {
        var id = change.get("id").asString();
        try {
            return new Found(id, Change.from(change));
        } catch (ValueException somebodyEditedIt) {
            return new Found(id, null);
        }
    }

    private long lost() {
        return changes.write(() -> neo4j.query(LOST).fetchAs(Long.class).one().orElse(0L));
    }
}
