package dev.claimgraph.history;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
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

    /** Holds it against what it promises: no position is missing or given twice, and each thing's chain of hashes holds. */
    public void assertWhole() {
        assertWhole(after(0, Integer.MAX_VALUE));
    }

    static void assertWhole(List<Change> changes) {
        var first = changes.isEmpty() ? 1 : changes.getFirst().position();
        assertThat(changes)
                .extracting(Change::position)
                .containsExactlyElementsOf(
                        LongStream.range(first, first + changes.size()).boxed().toList());
        changes.stream().collect(groupingBy(Change::aggregate)).values().forEach(Log::assertChained);
    }

    private static void assertChained(List<Change> chain) {
        String previousHash = null;
        var number = 0;
        for (var change : chain) {
            assertThat(change.number()).isEqualTo(++number);
            assertThat(change.previousHash()).isEqualTo(previousHash);
            assertThat(change.hash()).as(change.id()).isEqualTo(recomputed(change));
            previousHash = change.hash();
        }
    }

    private static String recomputed(Change change) {
        return Change.hash(
                change.aggregate(),
                change.number(),
                change.at(),
                change.actorId(),
                change.action(),
                change.touched(),
                change.before(),
                change.after(),
                change.previousHash());
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
