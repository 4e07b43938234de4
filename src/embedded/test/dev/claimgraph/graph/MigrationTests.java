package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A graph that an older version left is brought up to date, and who waits for it is told. */
@ExtendWith(OutputCaptureExtension.class)
class MigrationTests {

    @TempDir
    private Path temp;

    @Test
    void meaningsFromBeforeAreFoundOnceItHasStarted(CapturedOutput output) {
        try (var folder = DataFolder.hold(temp);
                var neo4j = EmbeddedNeo4j.start(folder);
                var driver = GraphDatabase.driver(neo4j.getUri(), neo4j.getAuthToken())) {
            new Migration(driver, "neo4j").bringUpToDate();
            leaveAsBefore(driver);

            new Migration(driver, "neo4j", Duration.ofMillis(1)).bringUpToDate();

            assertThat(output).contains("Bringing the graph up to date, which takes minutes for a large one");
            assertThat(one(
                                    driver,
                                    "SHOW INDEXES YIELD name, options WHERE name = 'meanings' RETURN"
                                            + " options.indexConfig AS config")
                            .get("config")
                            .asMap())
                    .containsEntry("vector.quantization.type", "SCALAR");
            assertThat(one(
                                    driver,
                                    "CYPHER 25 MATCH (w:Wording) SEARCH w IN (VECTOR INDEX meanings FOR $vector WHERE"
                                            + " w.model = 'of-before' LIMIT 5) RETURN w.text AS text")
                            .get("text")
                            .asString())
                    .isEqualTo("Kept before.");
        }
    }

    /** As migration 22 left it. */
    private static void leaveAsBefore(Driver driver) {
        run(driver, "DROP INDEX meanings");
        run(
                driver,
                "CYPHER 25 CREATE VECTOR INDEX meanings FOR (w:Wording) ON w.vector WITH [w.model, w.kind]"
                        + " OPTIONS {indexConfig: {`vector.similarity_function`: 'cosine'}}");
        run(driver, "MATCH (m:__Neo4jMigration) WHERE toInteger(m.version) >= 38 DETACH DELETE m");
        run(
                driver,
                "CREATE (w:Wording {model: 'of-before', kind: 'CLAIM', text: 'Kept before.'})"
                        + " WITH w CALL db.create.setNodeVectorProperty(w, 'vector', $vector)");
    }

    private static Record one(Driver driver, String cypher) {
        return run(driver, cypher).getFirst();
    }

    private static List<Record> run(Driver driver, String cypher) {
        return driver.executableQuery(cypher)
                .withParameters(Map.of("vector", Collections.nCopies(384, 0.05)))
                .execute()
                .records();
    }
}
