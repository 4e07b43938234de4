package dev.claimgraph.history;

import dev.claimgraph.shared.Bell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The log in the order of commits, for whoever follows it: it misses none, and is told of those of this instance at once. */
@Component
public class Commits {

    private static final String POSITION = "MATCH (log:ChangeLog) RETURN log.position AS position";

    /** Whoever writes holds the lock until its commit is there to read, to the last index. */
    private static final String SETTLED = "MATCH (log:ChangeLog) SET log.locked = true RETURN log.position AS position";

    private static final String AFTER = """
        MATCH (change:Change) WHERE change.position > $after AND change.position <= $last
        RETURN change ORDER BY change.position LIMIT $limit
        """;

    private final Neo4jClient neo4j;
    private final Bell here = new Bell();

    Commits(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    /** How many changes there are; the last ones may not be there to read in full yet. */
    public long position() {
        return number(POSITION);
    }

    /** The same, with all of them there to read; within a transaction, nothing is written until that ends. */
    public long settled() {
        return number(SETTLED);
    }

    /** The changes after a position, in their order. */
    public List<Change> after(long position, long last, int limit) {
        return List.copyOf(neo4j.query(AFTER)
                .bindAll(Map.of("after", position, "last", last, "limit", limit))
                .fetchAs(Change.class)
                .mappedBy((types, row) -> Change.from(row.get("change")))
                .all());
    }

    /** Waits for a commit of this instance; for so long at most, since others write too. */
    public void await(Duration most) throws InterruptedException {
        here.await(most);
    }

    void tell() {
        here.ring();
    }

    private long number(String cypher) {
        return neo4j.query(cypher).fetchAs(Long.class).one().orElse(0L);
    }
}
