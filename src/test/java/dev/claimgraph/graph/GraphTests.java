package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.claimgraph.ClaimgraphTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The graph as every other module finds it. */
@ClaimgraphTest
record GraphTests(Neo4jClient graph, TransactionTemplate transaction, HealthEndpoint health) {

    @Test
    void answers() {
        assertThat(graph.query("RETURN 42").fetchAs(Integer.class).one()).hasValue(42);
    }

    @Test
    void isMigratedBeforeAnybodyUsesIt() {
        assertThat(graph.query("SHOW CONSTRAINTS YIELD name")
                        .fetchAs(String.class)
                        .all())
                .contains("product_id");
    }

    @Test
    void hasAnIndexForEachWayToFindThings() {
        var indexes = graph.query("SHOW INDEXES YIELD type, state RETURN type, collect(DISTINCT state) AS states")
                .fetch()
                .all();
        assertThat(indexes).extracting(index -> index.get("type")).contains("RANGE", "TEXT", "FULLTEXT", "VECTOR");
        assertThat(indexes).extracting(index -> index.get("states")).containsOnly(List.of("ONLINE"));
    }

    @Test
    void keepsMeaningsByBytesAndLooksAtNoMoreThanAreAskedFor() {
        var config = graph.query(
                        "SHOW INDEXES YIELD name, options WHERE name = 'meanings' RETURN options.indexConfig AS config")
                .fetch()
                .one()
                .map(row -> row.get("config"));
        assertThat(config)
                .hasValueSatisfying(options -> assertThat(options)
                        .asInstanceOf(MAP)
                        .containsEntry("vector.quantization.type", "SCALAR")
                        .containsEntry("vector.default_search_expansion_factor", 1.0));
    }

    @Test
    void takesNothingTwice() {
        assertThatThrownBy(() -> graph.query("UNWIND [1, 2] AS twice CREATE (:Product {id: 'product_twice'})")
                        .run())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(count("MATCH (p:Product {id: 'product_twice'}) RETURN count(p)"))
                .isZero();
    }

    @Test
    void takesATransactionAsAWholeOrNotAtAll() {
        transaction.executeWithoutResult(status -> {
            graph.query("CREATE (:Product {id: 'product_half'})").run();
            assertThat(count("MATCH (p:Product {id: 'product_half'}) RETURN count(p)"))
                    .isOne();
            status.setRollbackOnly();
        });
        assertThat(count("MATCH (p:Product {id: 'product_half'}) RETURN count(p)"))
                .isZero();
    }

    @Test
    void isPartOfReadiness() {
        assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
        assertThat(health.healthForPath("readiness", "neo4j")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "startup"})
    void isNoPartOf(String state) {
        assertThat(health.healthForPath(state).getStatus()).isEqualTo(Status.UP);
        assertThat(health.healthForPath(state, "neo4j")).isNull();
    }

    private long count(String cypher) {
        return graph.query(cypher).fetchAs(Long.class).one().orElseThrow();
    }
}
