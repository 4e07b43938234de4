package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Driver;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.neo4j.core.Neo4jClient;

/** A graph whose meanings were kept by an older version: they are found by the present one, once that has started. */
@ClaimgraphTest
@ExtendWith(OutputCaptureExtension.class)
class MigrationTests {

    private static final List<Double> VECTOR = Collections.nCopies(384, 0.05);

    private final Driver driver;
    private final Neo4jClient graph;

    MigrationTests(Driver driver, Neo4jClient graph) {
        this.driver = driver;
        this.graph = graph;
    }

    @BeforeEach
    void keepMeaningsAsBefore() {
        graph.query("DROP INDEX meanings").run();
        graph.query("CYPHER 25 CREATE VECTOR INDEX meanings FOR (w:Wording) ON w.vector WITH [w.model, w.kind]"
                        + " OPTIONS {indexConfig: {`vector.similarity_function`: 'cosine'}}")
                .run();
        graph.query("MATCH (m:__Neo4jMigration) WHERE m.version IN ['0038', '0039'] DETACH DELETE m")
                .run();
        graph.query("CREATE (w:Wording {model: 'of-before', kind: 'CLAIM', text: 'Kept before.'})"
                        + " WITH w CALL db.create.setNodeVectorProperty(w, 'vector', $vector)")
                .bindAll(Map.of("vector", VECTOR))
                .run();
    }

    @AfterEach
    void forget() {
        graph.query("MATCH (w:Wording {model: 'of-before'}) DELETE w").run();
    }

    @Test
    void meaningsFromBeforeAreFoundOnceItHasStarted() {
        new Migration(driver, "neo4j").bringUpToDate();

        assertThat(graph.query("CYPHER 25 MATCH (w:Wording)"
                                + " SEARCH w IN (VECTOR INDEX meanings FOR $vector WHERE w.model = 'of-before' LIMIT 5)"
                                + " RETURN w.text")
                        .bindAll(Map.of("vector", VECTOR))
                        .fetchAs(String.class)
                        .all())
                .containsExactly("Kept before.");
        assertThat(graph.query("SHOW INDEXES YIELD name, options WHERE name = 'meanings'"
                                + " RETURN options.indexConfig['vector.quantization.type']")
                        .fetchAs(String.class)
                        .one())
                .hasValue("SCALAR");
    }

    @Test
    void whoWaitsIsToldWhatFor(CapturedOutput output) {
        new Migration(driver, "neo4j", Duration.ofMillis(1)).bringUpToDate();

        assertThat(output).containsOnlyOnce("Bringing the graph up to date, which takes minutes for a large one");
    }
}
