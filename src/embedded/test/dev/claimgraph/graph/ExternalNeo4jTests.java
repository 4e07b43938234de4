package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A service on a Neo4j of its operator's; here, one that the test brings along. */
class ExternalNeo4jTests {

    /** How long an outage lasts at least. */
    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("claimgraph.outage", 0));

    /** How long an answer may take meanwhile: five seconds where that is measured, on a quiet machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(LASTS.isZero() ? 30 : 5);

    @TempDir
    private Path temp;

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
            var api = Writers.api(claimgraph);
            var writers = new Writers(api);
            var writing = writers.start(api);
            writers.awaitAcknowledged(20);

            outage.of.befall(line);
            var begun = Instant.now();
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(LASTS.plusSeconds(60))
                    .until(() -> {
                        assertThat(code(api)).isEqualTo("UNAVAILABLE");
                        return writers.refused() > 10 && Instant.now().isAfter(begun.plus(LASTS));
                    });
            assertThat(readiness(claimgraph)).isEqualTo(503);
            assertThat(claimgraph.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            var longest = writers.longest();
            assertThat(longest).isLessThan(PATIENCE);

            line.mend();
            var mended = Instant.now();
            await().pollInterval(Duration.ofMillis(50)).until(() -> readiness(claimgraph) == 200);
            tell(outage, longest, Duration.between(mended, Instant.now()), writers);
            writers.awaitAcknowledged(writers.acknowledged() + 20);
            writers.stop(writing);
            writers.check(api);
            assertThat(writers.errors()).allMatch(error -> error.startsWith("UNAVAILABLE: "));
            Writers.assertLogIsWhole(neo4j);
            assertThat(temp.resolve("data")).doesNotExist();
        }
    }

    /** As where a database is stopped meanwhile: what was written stays, and whoever imports hears how far that is. */
    @Test
    void anImportWhoseNeo4jGoesSaysHowFarItCame() throws Exception {
        Files.write(
                temp.resolve("personas.ndjson"),
                IntStream.range(0, 8_000)
                        .mapToObj("{\"type\": \"Persona\", \"key\": \"p-%1$d\", \"name\": \"Persona %1$d\"}"::formatted)
                        .toList());
        try (var folder = DataFolder.hold(temp.resolve("elsewhere"));
                var neo4j = EmbeddedNeo4j.start(folder);
                var driver = GraphDatabase.driver(neo4j.getUri(), neo4j.getAuthToken());
                var line = new Line(neo4j.getUri());
                var command = ClaimgraphProcess.start(
                        temp,
                        "import",
                        "personas.ndjson",
                        "--spring.neo4j.uri=bolt://127.0.0.1:" + line.port(),
                        "--spring.neo4j.authentication.username=neo4j",
                        "--spring.neo4j.authentication.password=" + neo4j.password())) {
            await().atMost(Duration.ofMinutes(5)).until(() -> personas(driver) > 0);
            line.cut();
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.err())
                    .startsWith("The import broke off: ")
                    .containsPattern(
                            "The lines up to [\\d,]+ are in the graph, perhaps some more\\. Mend what is wrong and"
                                    + " import it again")
                    .doesNotContain("\tat ");
            assertThat(command.out()).doesNotContain("\tat ");
        }
    }

    private static long personas(Driver driver) {
        return driver.executableQuery("MATCH (p:Persona) RETURN count(p) AS count")
                .execute()
                .records()
                .getFirst()
                .get("count")
                .asLong();
    }

    private static String code(Api api) {
        var begun = Instant.now();
        var code = api.error("viewer", "{ products { nodes { key } } }", Map.of());
        assertThat(Duration.between(begun, Instant.now())).isLessThan(PATIENCE);
        return code;
    }

    private static int readiness(ClaimgraphProcess claimgraph) throws Exception {
        return claimgraph.get("/actuator/health/readiness").statusCode();
    }

    private static void tell(Outage outage, Duration longest, Duration recovery, Writers writers) {
        if (!LASTS.isZero()) {
            System.out.printf(
                    "%s for %d s: the longest answer to a write took %d ms; ready again after %d ms; %d writes"
                            + " refused, %d acknowledged%n",
                    outage,
                    LASTS.toSeconds(),
                    longest.toMillis(),
                    recovery.toMillis(),
                    writers.refused(),
                    writers.acknowledged());
        }
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
