package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** Nobody waits for a Neo4j that hangs, and everybody for one that works. */
class HeartbeatTests {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String SLOW = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)";

    private final AtomicInteger connected = new AtomicInteger();

    @TempDir
    private Path temp;

    private DataFolder folder;
    private EmbeddedNeo4j neo4j;
    private Line line;
    private Heartbeat heartbeat;
    private Driver driver;

    @BeforeEach
    void start() throws IOException {
        folder = DataFolder.hold(temp);
        neo4j = EmbeddedNeo4j.start(folder);
        line = new Line(neo4j.getUri());
        heartbeat = new Heartbeat(connect(), this::connect);
        driver = TimeLimit.on(heartbeat.driver(), LIMIT);
        one();
    }

    @AfterEach
    void stop() throws IOException {
        heartbeat.close();
        line.close();
        neo4j.close();
        folder.close();
    }

    @Test
    void whatIsSlowIsEndedByTheDatabaseAndDisturbsNobody() {
        var ended = CompletableFuture.supplyAsync(() -> catchThrowable(() -> run(SLOW)));
        while (!ended.isDone()) {
            one();
        }
        assertThat(ended.join())
                .isInstanceOfSatisfying(
                        Neo4jException.class, e -> assertThat(e.code()).contains("TransactionTimedOut"));
    }

    @Test
    void aHangEndsForThoseWhoReadWhoCommitAndWhoComeLater() throws IOException {
        try (var session = driver.session()) {
            var transaction = session.beginTransaction();
            line.stall();
            var read = CompletableFuture.supplyAsync(() -> catchThrowable(this::one));
            assertThatThrownBy(transaction::commit).hasCauseInstanceOf(ServiceUnavailableException.class);
            assertThat(read.join()).isInstanceOf(ServiceUnavailableException.class);
            assertThatThrownBy(this::one).isInstanceOf(ServiceUnavailableException.class);
        }
        line.mend();
        await().ignoreExceptions().untilAsserted(this::one);
    }

    @Test
    void whoWaitsOnALostConnectionIsToldWhenItMustHaveEnded() {
        line.lose();
        assertThatThrownBy(this::one).isInstanceOf(ServiceUnavailableException.class);
        one();
    }

    /** Spring Data asks each session for its bookmarks once it has closed it. */
    @Test
    void nobodyWaitsOnASessionThatIsClosed() {
        var session = driver.session();
        session.close();
        session.lastBookmarks();
        await().during(Duration.ofSeconds(2)).until(() -> connected.get() == 1);
    }

    private void one() {
        run("RETURN 1");
    }

    private void run(String cypher) {
        try (var session = driver.session()) {
            session.run(cypher).consume();
        }
    }

    private Driver connect() {
        connected.incrementAndGet();
        return GraphDatabase.driver("bolt://127.0.0.1:" + line.port(), neo4j.getAuthToken());
    }
}
