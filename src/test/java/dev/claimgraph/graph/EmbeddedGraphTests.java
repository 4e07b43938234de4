package dev.claimgraph.graph;

import org.junit.jupiter.api.Test;
import org.springframework.data.neo4j.core.Neo4jClient;

import dev.claimgraph.ClaimgraphTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The graph that a service brings along when no other is configured. */
@ClaimgraphTest
class EmbeddedGraphTests {

    private final Neo4jClient graph;

    EmbeddedGraphTests(@org.springframework.beans.factory.annotation.Autowired Neo4jClient graph) {
        this.graph = graph;
    }

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
}
