package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphProcess;
import dev.claimgraph.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource
    void comesBackWithItsNeo4jAndLosesNothing(Outage outage) throws Exception {
        try (var folder = DataFolder.hold(temp.resolve("elsewhere"));
                var neo4j = EmbeddedNeo4j.start(folder);
                var line = new Line(neo4j.getUri());
                var claimgraph = ClaimgraphProcess.start(
                        temp,
                        "--spring.neo4j.uri=bolt://127.0.0.1:" + line.port(),
                        "--spring.neo4j.authentication.username=neo4j",
                        "--spring.neo4j.authentication.password=" + neo4j.password())) {
            var api = new Api(claimgraph.address().getPort());
            var before = product("before");
            var during = product("during");
            api.done("owner", before);

            outage.of.befall(line);
            AtOnce.times(5, () -> {
                assertUnavailable(() -> api.error("owner", "{ products { nodes { key } } }", Map.of()));
                assertUnavailable(() -> api.error("owner", during.document(), Map.of("input", during.fields())));
                return true;
            });
            assertThat(claimgraph.get("/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(claimgraph.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            line.mend();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> claimgraph.get("/actuator/health/readiness").statusCode() == 200);
            api.done("owner", during);
            api.done("owner", during);
            assertThat(api.ask("owner", "{ products { nodes { key } } }", Map.of())
                            .at("/products/nodes")
                            .findValuesAsString("key"))
                    .containsExactly("before", "during");
        }
    }

    private static Input product(String key) {
        return Input.to("CreateProduct").with("key", key).with("name", key).with("idempotencyKey", key);
    }

    private static void assertUnavailable(Supplier<String> code) {
        var start = Instant.now();
        assertThat(code.get()).isEqualTo("UNAVAILABLE");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    /** How a Neo4j can be gone: refusing connections, or leaving them open and answering nothing. */
    enum Outage {
        GONE(Line::cut),
        HANGING(Line::stall);

        private final Befalling of;

        Outage(Befalling of) {
            this.of = of;
        }

        private interface Befalling {
            void befall(Line line) throws IOException;
        }
    }
}
