package dev.claimgraph.staleness;

import static org.awaitility.Awaitility.await;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Doors;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.graph.GraphProcess;
import dev.claimgraph.history.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Its graph killed at any moment while many write, the service says of all that was acknowledged what the plain model says. */
@ClaimgraphTest
@DirtiesContext
class KilledGraphTests {

    private static final int KILLS = Integer.getInteger("claimgraph.kills", 2);
    private static final int WALKERS = 2;

    @TempDir
    private static Path temp;

    private static GraphProcess graph;

    private final Random moments = new Random();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Founding founding;
    private final Log log;

    KilledGraphTests(Doors doors, Neo4jClient neo4j) {
        this.founding = new Founding(doors);
        this.log = new Log(neo4j);
    }

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry properties) {
        properties.add("claimgraph.limits.time", () -> "1m");
        properties.add("spring.neo4j.uri", () -> graph.uri());
        properties.add("spring.neo4j.authentication.username", () -> "neo4j");
        properties.add("spring.neo4j.authentication.password", () -> GraphProcess.PASSWORD);
    }

    @BeforeAll
    static void start() throws IOException {
        graph = GraphProcess.start(temp);
    }

    @AfterAll
    static void stop() throws IOException {
        graph.close();
    }

    @Test
    void everyClaimIsWhatThePlainModelSaysAfterEachKill() throws Exception {
        var walks = new ArrayList<BrokenOffWalk>();
        for (var kill = 0; kill < KILLS; kill++) {
            var begun = Stream.generate(() -> new BrokenOffWalk(founding.world(SubjectType.PERSONA)))
                    .limit(WALKERS)
                    .toList();
            takeUntilKilled(begun);
            graph.restart();
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> log.position() > 0);
            walks.addAll(begun);
            walks.forEach(BrokenOffWalk::check);
            log.assertWhole();
        }
    }

    private void takeUntilKilled(List<BrokenOffWalk> walks) throws InterruptedException {
        var enough = acknowledged.get() + 10 + moments.nextInt(100);
        try (var walkers = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = CompletableFuture.allOf(walks.stream()
                    .map(walk -> CompletableFuture.runAsync(
                            () -> walk.take(moments.nextLong(), acknowledged, graph::isKilled), walkers))
                    .toArray(CompletableFuture[]::new));
            await().pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> acknowledged.get() >= enough || taken.isDone());
            graph.kill();
            taken.join();
        }
    }
}
