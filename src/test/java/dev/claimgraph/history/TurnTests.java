package dev.claimgraph.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Doors;
import dev.claimgraph.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.data.neo4j.core.Neo4jClient;

/** Writers of one instance take turns at the log, and what one holds meanwhile keeps nobody for good. */
@ClaimgraphTest
class TurnTests {

    private static final Actor SOMEBODY = new Actor("person_turns", "Somebody", Set.of(), Set.of(), Set.of());
    private static final String LOCK = "MERGE (t:Turns) SET t.locked = true";

    private static final String BLOCKED =
            "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) > 0 AS isBlocked";

    private final Neo4jClient neo4j;
    private final ChangeLog changes;
    private final Log log;
    private final CountDownLatch hasLog = new CountDownLatch(1);
    private final CountDownLatch hasNode = new CountDownLatch(1);

    TurnTests(Doors doors, Neo4jClient neo4j) {
        this.neo4j = neo4j;
        this.changes = doors.changes();
        this.log = new Log(neo4j);
    }

    /** One has the log and wants the node, one has the turn and wants the log, one has the node and wants the turn. */
    @Test
    void threeWhoWaitForOneAnotherAllComeThrough() {
        var start = log.position();
        var done = AtOnce.<String>all(List.of(
                () -> write("log", () -> {
                    changes.inOrder();
                    hasLog.countDown();
                    waitFor(hasNode);
                    neo4j.query(LOCK).run();
                }),
                () -> write("turn", () -> waitFor(hasLog)),
                () -> write("node", () -> {
                    await().until(() -> hasNode.getCount() == 0 || somebodyWaitsForTheLog());
                    neo4j.query(LOCK).run();
                    hasNode.countDown();
                })));
        assertThat(log.after(start, 10)).extracting(Change::aggregate).containsExactlyInAnyOrderElementsOf(done);
    }

    private String write(String name, Runnable work) {
        var aggregate = "turns_" + name;
        Supplier<String> writing = () -> {
            work.run();
            changes.record(SOMEBODY, "test", aggregate, null, Map.of("name", name), List.of());
            return aggregate;
        };
        return changes.write(writing);
    }

    private boolean somebodyWaitsForTheLog() {
        return neo4j.query(BLOCKED).fetchAs(Boolean.class).one().orElseThrow();
    }

    private static void waitFor(CountDownLatch latch) {
        await().until(() -> latch.getCount() == 0);
    }
}
