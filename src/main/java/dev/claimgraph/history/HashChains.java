package dev.claimgraph.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Looks at the changes of one thing from the first one on, and whether each is as it was written. */
@Component
class HashChains {

    private static final int AT_ONCE = 500;

    private static final String FOLLOWING = """
        MATCH (change:Change {aggregate: $id}) WHERE change.id > $after
        RETURN change ORDER BY change.aggregate, change.id LIMIT $limit
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
        Change last = null;
        List<Change> following;
        do {
            following = following(id, last);
            chain = chain.and(last, following);
            last = following.isEmpty() ? last : following.getLast();
        } while (chain.broken() == null && following.size() == AT_ONCE);
        return last == null ? null : chain.lacking(lost());
    }

    private List<Change> following(String id, @Nullable Change last) {
        return List.copyOf(neo4j.query(FOLLOWING)
                .bindAll(Map.of("id", id, "after", last == null ? "" : last.id(), "limit", AT_ONCE))
                .fetchAs(Change.class)
                .mappedBy((types, row) -> Change.from(row.get("change")))
                .all());
    }

    private long lost() {
        return changes.write(() -> neo4j.query(LOST).fetchAs(Long.class).one().orElse(0L));
    }
}
