package dev.claimgraph.history;

import java.util.List;
import org.springframework.data.neo4j.core.Neo4jClient;

/** The change log as somebody reads it who was told of nothing. */
public record Log(Neo4jClient neo4j) {

    private static final String AFTER = """
        MATCH (change:Change) WHERE change.position > $position
        RETURN change ORDER BY change.position LIMIT $limit
        """;

    /** The position of the newest change. */
    public long position() {
        return neo4j.query("MATCH (change:Change) RETURN coalesce(max(change.position), 0) AS position")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    /** The actions that were logged after a position. */
    public List<String> actionsAfter(long position) {
        return after(position, Integer.MAX_VALUE).stream().map(Change::action).toList();
    }

    List<Change> after(long position, int limit) {
        return List.copyOf(neo4j.query(AFTER)
                .bind(position)
                .to("position")
                .bind(limit)
                .to("limit")
                .fetchAs(Change.class)
                .mappedBy((types, row) -> Change.from(row.get("change")))
                .all());
    }
}
