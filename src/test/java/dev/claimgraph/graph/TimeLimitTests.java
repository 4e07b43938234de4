package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.ClaimgraphTest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What takes too long is ended in the database, not only given up on. */
@ClaimgraphTest
class TimeLimitTests {

    private static final String SLOW =
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < $less RETURN count(*)"
                    + " AS n";
    private static final Map<String, Object> LESS = Map.of("less", 0);
    private static final String ENDED =
            "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Terminated' RETURN count(*) AS n";
    private static final String RUNNING =
            "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 100000)' RETURN"
                    + " count(*) AS n";

    private static final String LONG =
            "SHOW TRANSACTIONS YIELD currentQuery, elapsedTime WHERE currentQuery CONTAINS 'a.claimId = c.id' AND"
                    + " elapsedTime.milliseconds > 3000 RETURN count(*) AS n";

    private final Driver driver;
    private final Driver limited;

    @Autowired
    TimeLimitTests(Driver driver) {
        this.driver = driver;
        this.limited = TimeLimit.on(driver, Duration.ofMillis(100));
    }

    @ParameterizedTest
    @MethodSource("slow")
    void whatIsSlowIsEndedWhereItRuns(Consumer<Session> slow) {
        try (var session = limited.session()) {
            assertThatThrownBy(() -> slow.accept(session))
                    .isInstanceOfSatisfying(
                            Neo4jException.class,
                            e -> assertThat(e.code()).startsWith("Neo.ClientError.Transaction.TransactionTimedOut"));
        }
        try (var session = driver.session()) {
            assertThat(session.run(RUNNING).single().get("n").asInt()).isZero();
        }
    }

    @Test
    void aCommitThatComesTooLateIsToldAsSuch() {
        var neo4j = Neo4jClient.create(limited);
        var write = new TransactionTemplate(new Neo4jTransactionManager(limited));
        assertThatThrownBy(() -> write.executeWithoutResult(status -> {
                    neo4j.query("CREATE (:TooLate)").run();
                    await().until(this::isOneEnded);
                }))
                .rootCause()
                .isInstanceOfSatisfying(
                        Neo4jException.class,
                        e -> assertThat(e.code()).startsWith("Neo.ClientError.Transaction.TransactionTimedOut"));
    }

    @Test
    void aLimitOfItsOwnHolds() {
        var longer =
                TransactionConfig.builder().withTimeout(Duration.ofMinutes(1)).build();
        try (var session = limited.session();
                var transaction = session.beginTransaction(longer)) {
            var rows = "UNWIND range(1, 300) AS a UNWIND range(1, 10000) AS b RETURN count(*) AS n";
            assertThat(transaction.run(rows).single().get("n").asInt()).isEqualTo(3_000_000);
        }
    }

    /** Which grows with the graph; here it waits for somebody who holds what it changes. */
    @Test
    void aMigrationTakesLongerThanAStatementMay(
            @Autowired ObjectProvider<Neo4jConnectionDetails> connection,
            @Autowired ObjectProvider<Connecting> connecting) {
        var longer =
                TransactionConfig.builder().withTimeout(Duration.ofMinutes(1)).build();
        try (var session = driver.session();
                var holder = driver.session();
                var own = connecting.getObject().anew(connection.getObject())) {
            session.run("MATCH (m:__Neo4jMigration) WHERE toInteger(m.version) >= 37 DETACH DELETE m")
                    .consume();
            session.run("CREATE (:Claim {id: 'claim_held', status: 'DRAFT'})-[:IS_FOR {audience: 'held'}]->(:Subject)")
                    .consume();
            var held = holder.beginTransaction(longer);
            held.run("MATCH (:Claim {id: 'claim_held'})-[a:IS_FOR]->() SET a.held = true")
                    .consume();
            var migrating = new MigratingDriver(connection, connecting, false, "neo4j", Duration.ofMillis(100));
            var migrated = CompletableFuture.supplyAsync(() -> migrating.postProcessAfterInitialization(own, "driver"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> migrated.isDone()
                            || session.run(LONG).single().get("n").asInt() > 0);
            assertThat(migrated).isNotDone();
            held.rollback();
            assertThat(migrated).succeedsWithin(Duration.ofSeconds(30));
            assertThat(session.run("MATCH (:Claim {id: 'claim_held'})-[a:IS_FOR]->() RETURN a.claimId AS id")
                            .single()
                            .get("id")
                            .asString())
                    .isEqualTo("claim_held");
        } finally {
            driver.executableQuery(
                            "MATCH (c:Claim {id: 'claim_held'}) OPTIONAL MATCH (c)-[:IS_FOR]->(s) DETACH DELETE c, s")
                    .execute();
        }
    }

    private boolean isOneEnded() {
        try (var session = driver.session()) {
            return session.run(ENDED).single().get("n").asInt() > 0;
        }
    }

    private static Stream<Consumer<Session>> slow() {
        return Stream.of(
                session -> session.run(SLOW.replace("$less", "0")).consume(),
                session -> session.run(SLOW, LESS).consume(),
                session -> session.run(SLOW, Values.parameters("less", 0)).consume(),
                session -> session.run(new Query(SLOW, LESS)).consume(),
                session -> session.beginTransaction().run(SLOW, LESS).consume(),
                session -> session.beginTransaction(TransactionConfig.empty())
                        .run(SLOW, LESS)
                        .consume());
    }
}
