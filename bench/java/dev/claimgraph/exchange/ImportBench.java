package dev.claimgraph.exchange;

import dev.claimgraph.access.People;
import dev.claimgraph.bench.Options;
import dev.claimgraph.shared.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.context.ApplicationContext;

/**
 * Importing a file of facts, claims and usages beside writing the claims and their usages by the bare statement, and by one
 * that writes as much. Goal: half as many rows a second, in memory that does not grow with the file.
 */
public final class ImportBench {

    private static final int CLAIMS_A_FACT = 20;
    private static final int FACTS_A_FEATURE = 10;
    private static final int ROWS = 1_000;

    private static final String BARE = """
            UNWIND $rows AS row
            CREATE (c:Claim)
            SET c = row.claim
            CREATE (c)<-[:OF]-(u:Usage)
            SET u = row.usage
            WITH c, row
            UNWIND row.facts AS key
            MATCH (f:Fact {key: key})
            CREATE (c)-[:SUBSTANTIATED_BY]->(f)
            """;

    private static final String READ = """
            MATCH (c:Claim) WHERE c.key STARTS WITH 'imported-' AND c.id > $after
            WITH c ORDER BY c.id LIMIT $limit
            MATCH (c)<-[:OF]-(u:Usage)
            RETURN c.id AS id, properties(c) AS claim, u.id AS usageId, properties(u) AS usage,
              COLLECT { MATCH (c)-[:SUBSTANTIATED_BY]->(f:Fact) RETURN f.key } AS facts,
              COLLECT { MATCH (c)<-[:WORDS]-(w:Wording) RETURN properties(w) } AS wordings,
              COLLECT { MATCH (change:Change) WHERE change.aggregate IN [c.id, u.id] AND change.id IS NOT NULL
                RETURN properties(change) } AS changes
            ORDER BY c.id
            """;

    private static final String COPY = """
            UNWIND $rows AS row
            CREATE (c:Claim)<-[:OF]-(u:Usage)
            SET c = row.claim, u = row.usage
            WITH c, row
            CALL (c, row) {
              UNWIND row.facts AS key
              MATCH (f:Fact {key: key})
              CREATE (c)-[:SUBSTANTIATED_BY]->(f)
            }
            CALL (c, row) {
              UNWIND row.wordings AS wording
              CREATE (c)<-[:WORDS]-(w:Wording)
              SET w = wording
            }
            CALL (row) {
              UNWIND row.changes AS entry
              CREATE (change:Change)
              SET change = entry
            }
            """;

    private ImportBench() {}

    public static void run(ApplicationContext context, Driver driver, Options options) throws IOException {
        System.out.printf("%nImporting %,d claims and as many usages%n", options.claims());
        var imports = context.getBean(Imports.class);
        var admin = context.getBean(People.class).actor("admin").orElseThrow();
        var file = Files.createTempFile("claimgraph-import", ".ndjson");
        try {
            var rows = write(file, options.claims());
            var source = new RowFile(RowFormat.NDJSON, () -> Files.newBufferedReader(file));
            var heap = new Heap();
            var start = System.nanoTime();
            imports.run(admin, source, new Imports.Options(true, false, false), new Report(), line -> heap.look());
            var checked = System.nanoTime();
            var report = new Report();
            imports.run(admin, source, new Imports.Options(false, false, false), report, line -> heap.look());
            var done = System.nanoTime();
            report.problems().stream().limit(5).forEach(System.out::println);
            var importing = rows / seconds(checked, done);
            System.out.printf(
                    "%,d rows: checked in %.0f s, then checked and written in %.0f s: %,.0f a second; at most %,d MB in use%n",
                    rows, seconds(start, checked), seconds(checked, done), importing, heap.most >> 20);
            var bare = bare(driver, options.claims());
            System.out.printf("the bare statement: %,.0f a second; ratio %.2f (goal: at least 0.5)%n", bare, importing / bare);
            var copying = copy(driver);
            System.out.printf(
                    "one that writes their changes and wordings too: %,.0f a second; ratio %.2f%n", copying, importing / copying);
        } finally {
            Files.delete(file);
        }
    }

    private static long write(Path file, int claims) throws IOException {
        var rows = 0L;
        var facts = Math.max(2, claims / CLAIMS_A_FACT);
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"Product\",\"key\":\"imported\",\"name\":\"Imported\"}\n");
            for (var i = 0; i <= facts / FACTS_A_FEATURE; i++) {
                out.write("{\"type\":\"Feature\",\"key\":\"imported-%1$d\",\"productId\":\"imported\",\"name\":\"Imported %1$d\"}\n".formatted(i));
                rows++;
            }
            for (var i = 0; i < facts; i++) {
                out.write("{\"type\":\"Fact\",\"key\":\"imported-%1$d\",\"subjectId\":\"feature/imported-%2$d\",\"statement\":\"Thing %1$d is done.\",\"kind\":\"CAPABILITY\"}\n"
                        .formatted(i, i / FACTS_A_FEATURE));
                rows++;
            }
            for (var i = 0; i < claims; i++) {
                out.write("{\"type\":\"Claim\",\"key\":\"imported-%1$d\",\"text\":\"Number %1$d does what others do not.\",\"kind\":\"FACTUAL\",\"factIds\":[\"imported-%2$d\",\"imported-%3$d\"],\"qualifiers\":[\"On paid plans.\"]}\n"
                        .formatted(i, i % facts, (i + 1) % facts));
            }
            for (var i = 0; i < claims; i++) {
                out.write("{\"type\":\"Usage\",\"claimId\":\"imported-%1$d\",\"url\":\"https://www.example.com/%1$d\",\"channel\":\"web\"}\n".formatted(i));
            }
        }
        return rows + 1 + 2L * claims;
    }

    /** @return claims and usages a second */
    private static double bare(Driver driver, int claims) {
        var facts = Math.max(2, claims / CLAIMS_A_FACT);
        var now = ZonedDateTime.now(ZoneOffset.UTC);
        var rows = new ArrayList<Map<String, Object>>();
        var took = 0L;
        for (var i = 0; i < claims; i++) {
            var id = Id.next("claim");
            rows.add(Map.of(
                    "claim", Map.of(
                            "id", id,
                            "key", "bare-" + i,
                            "text", "Number %d does what others do not.".formatted(i),
                            "kind", "FACTUAL",
                            "status", "DRAFT",
                            "qualifiers", List.of("On paid plans."),
                            "revision", 1,
                            "liveUsages", 1,
                            "createdAt", now,
                            "updatedAt", now),
                    "usage", Map.of(
                            "id", Id.next("usage"),
                            "claimId", id,
                            "url", "https://www.example.com/bare/" + i,
                            "channel", "web",
                            "firstSeen", now,
                            "lastSeen", now),
                    "facts", List.of("imported-" + i % facts, "imported-" + (i + 1) % facts)));
            if (rows.size() == ROWS || i == claims - 1) {
                var start = System.nanoTime();
                driver.executableQuery(BARE).withParameters(Map.of("rows", rows)).execute();
                took += System.nanoTime() - start;
                rows.clear();
            }
        }
        return 2.0 * claims / (took / 1e9);
    }

    /** Writes once more what the import left of its claims and usages, under other ids. @return claims and usages a second */
    private static double copy(Driver driver) {
        var after = "";
        var written = 0L;
        var took = 0L;
        while (true) {
            var page = driver.executableQuery(READ)
                    .withParameters(Map.of("after", after, "limit", ROWS))
                    .execute()
                    .records();
            if (page.isEmpty()) {
                return 2.0 * written / (took / 1e9);
            }
            after = page.getLast().get("id").asString();
            var rows = page.stream().map(ImportBench::copied).toList();
            var start = System.nanoTime();
            driver.executableQuery(COPY).withParameters(Map.of("rows", rows)).execute();
            took += System.nanoTime() - start;
            written += rows.size();
        }
    }

    private static Map<String, Object> copied(Record row) {
        var ids = Map.of(
                row.get("id").asString(), Id.next("claim"),
                row.get("usageId").asString(), Id.next("usage"));
        return Map.of(
                "claim", under(ids, row.get("claim")),
                "usage", under(ids, row.get("usage")),
                "facts", row.get("facts").asList(),
                "wordings", row.get("wordings").asList(),
                "changes", row.get("changes").asList(change -> under(ids, change)));
    }

    private static Map<String, Object> under(Map<String, String> ids, Value properties) {
        var copied = new HashMap<>(properties.asMap());
        copied.replaceAll((name, value) -> switch (name) {
            case "id", "claimId", "aggregate" -> ids.getOrDefault(String.valueOf(value), Id.next("change"));
            case "key" -> "copied-" + value;
            case "position" -> -(long) value;
            default -> value;
        });
        return copied;
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    /** The most that was in use when it was looked at. */
    private static final class Heap {

        private long most;

        void look() {
            var runtime = Runtime.getRuntime();
            most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
        }
    }
}
