package dev.claimgraph.bench;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/** What it costs to give changes their positions in the order of commits: writers with the log's lock beside writers without. */
final class LogBench {

    private static final int WRITERS = 8;

    private static final String FREE = "CREATE (c:BenchChange {id: $id, after: $after})";

    private static final String ORDERED = """
            MATCH (log:ChangeLog)
            SET log.locked = true
            WITH log, log.position AS position
            SET log.position = position + 1
            CREATE (c:BenchChange {id: $id, after: $after, position: position + 1})
            """;

    private LogBench() {}

    static void run(Driver driver, Options options) throws Exception {
        System.out.printf("%nAppending to the change log, %d writers%n", WRITERS);
        load(driver, FREE, options);
        load(driver, ORDERED, options);
        var ratios = new ArrayList<Double>();
        for (var round = 1; round <= options.rounds(); round++) {
            var ordered = load(driver, ORDERED, options);
            var free = load(driver, FREE, options);
            ratios.add(ordered.perSecond() / free.perSecond());
            System.out.printf("%d: in order %s; in no order %s; ratio %.2f%n", round, ordered, free, ratios.getLast());
        }
        System.out.printf("median ratio %.2f%n", Figures.median(ratios));
    }

    private static Load.Result load(Driver driver, String cypher, Options options) throws Exception {
        var after = "x".repeat(1_000);
        return Load.run(WRITERS, options.length().dividedBy(3), () -> {
            var session = driver.session(SessionConfig.forDatabase("neo4j"));
            return () -> session.executeWriteWithoutResult(
                    tx -> tx.run(cypher, Map.of("id", UUID.randomUUID().toString(), "after", after)).consume());
        });
    }
}
