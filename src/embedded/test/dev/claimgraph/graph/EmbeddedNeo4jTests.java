package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

/** The Neo4j that a service brings along. */
class EmbeddedNeo4jTests {

    @TempDir
    private Path temp;

    @Test
    void keepsItsDataOverARestart() {
        inNeo4j(
                temp,
                driver ->
                        driver.executableQuery("CREATE (:Kept {what: 'this'})").execute());
        var kept = inNeo4j(
                temp,
                driver -> driver.executableQuery("MATCH (kept:Kept) RETURN kept.what AS what")
                        .execute()
                        .records());
        assertThat(kept)
                .singleElement()
                .satisfies(found -> assertThat(found.get("what").asString()).isEqualTo("this"));
    }

    @Test
    void letsNobodyInWithoutItsPassword() {
        try (var folder = DataFolder.hold(temp);
                var neo4j = EmbeddedNeo4j.start(folder);
                var stranger = driver(neo4j, AuthTokens.basic("neo4j", "neo4j"))) {
            assertThatExceptionOfType(AuthenticationException.class).isThrownBy(stranger::verifyConnectivity);
        }
    }

    @Test
    void saysThatAGraphCannotBeOpened() throws IOException {
        inNeo4j(temp, driver -> driver);
        Files.writeString(temp.resolve("databases/neo4j/neostore"), "nonsense");
        assertThatExceptionOfType(GraphUnavailable.class)
                .isThrownBy(() -> inNeo4j(temp, driver -> driver))
                .withMessageStartingWith("The graph in the data folder %s cannot be opened", temp);
    }

    @Test
    void forgetsTheLockOfAMigrationThatDied() {
        inNeo4j(
                temp,
                driver -> driver.executableQuery("CREATE (:__Neo4jMigrationsLock {id: '1', name: 'John Doe'})")
                        .execute());
        inNeo4j(temp, driver -> {
            new Migration(driver, "neo4j").bringUpToDate();
            return driver;
        });
    }

    @Test
    void isMigratedByOneOfThoseThatStartTogether() {
        inNeo4j(
                temp,
                driver -> CompletableFuture.allOf(Stream.generate(() -> new Migration(driver, "neo4j"))
                                .limit(2)
                                .map(migration -> CompletableFuture.runAsync(migration::bringUpToDate))
                                .toArray(CompletableFuture[]::new))
                        .join());
    }

    private static <T> @Nullable T inNeo4j(Path path, Function<Driver, T> work) {
        try (var folder = DataFolder.hold(path);
                var neo4j = EmbeddedNeo4j.start(folder);
                var driver = driver(neo4j, neo4j.getAuthToken())) {
            return work.apply(driver);
        }
    }

    private static Driver driver(EmbeddedNeo4j neo4j, AuthToken token) {
        return GraphDatabase.driver(neo4j.getUri(), token);
    }
}
