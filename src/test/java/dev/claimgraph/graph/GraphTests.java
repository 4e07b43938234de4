package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.neo4j.core.Neo4jClient;

/** The graph as every other module finds it. */
@ClaimgraphTest
record GraphTests(Neo4jClient graph, HealthEndpoint health) {

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
    void isPartOfReadiness() {
        assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
        assertThat(health.healthForPath("readiness", "neo4j")).isNotNull();
    }

    @Test
    void isNoPartOfLiveness() {
        assertThat(health.healthForPath("liveness", "neo4j")).isNull();
    }
}
