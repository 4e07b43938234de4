package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service on a Neo4j of its operator's; here, one that the test brings along. */
class ExternalNeo4jTests {

    @TempDir
    private Path temp;

    @Test
    void isReadyAsLongAsItsNeo4jAnswers() throws Exception {
        try (var folder = DataFolder.hold(temp.resolve("elsewhere"));
                var neo4j = EmbeddedNeo4j.start(folder);
                var claimgraph = ClaimgraphProcess.start(
                        temp,
                        "--spring.neo4j.uri=" + neo4j.getUri(),
                        "--spring.neo4j.authentication.username=neo4j",
                        "--spring.neo4j.authentication.password=" + neo4j.password())) {
            assertThat(claimgraph.get("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(temp.resolve("data")).doesNotExist();

            neo4j.close();
            assertThat(claimgraph.get("/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(claimgraph.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }
}
