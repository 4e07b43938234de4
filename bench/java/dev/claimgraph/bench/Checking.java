package dev.claimgraph.bench;

import dev.claimgraph.search.GeneratedWordings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/**
 * Checking a paragraph, beside the statement that finds the claims that it comes near: all that a database can do of it. The meanings of
 * its sentences are known to that before.
 */
record Checking() implements Workload {

    private static final int PARAGRAPHS = 400;
    private static final int LENGTH = 600;
    private static final int KNOWN = 5_000;
    private static final String DOCUMENT = Texts.of("check.graphql");
    private static final String CYPHER = Texts.of("check.cypher");

    @Override
    public String name() {
        return "check";
    }

    @Override
    public double goal() {
        return 0;
    }

    @Override
    public boolean needsMeaning() {
        return true;
    }

    @Override
    public Runnable service(Http http, Driver driver, Connection connection) {
        var caller = http.as("viewer");
        var writer = new Copywriter(ThreadLocalRandom.current().nextLong());
        var claims = Generator.texts(KNOWN);
        return () -> caller.send(DOCUMENT, Map.of("text", writer.draft(claims, LENGTH)));
    }

    @Override
    public Runnable byHand(Driver driver, Connection connection) {
        var session = driver.session(SessionConfig.forDatabase("neo4j"));
        var paragraphs = Paragraphs.ALL;
        return () -> {
            var any = ThreadLocalRandom.current().nextInt(paragraphs.size());
            session.run(CYPHER, Map.of("texts", paragraphs.get(any), "model", HttpBench.MODEL)).list();
        };
    }

    /** So many of them, embedded once. */
    private static final class Paragraphs {

        static final List<List<Map<String, Object>>> ALL = written();

        private static List<List<Map<String, Object>>> written() {
            var wordings = GeneratedWordings.by(HttpBench.MODEL);
            var writer = new Copywriter(ThreadLocalRandom.current().nextLong());
            var claims = Generator.texts(KNOWN);
            return IntStream.range(0, PARAGRAPHS)
                    .mapToObj(i -> List.of(writer.draft(claims, LENGTH).split("(?<=[.?!])\\s+")))
                    .map(wordings::candidates)
                    .toList();
        }
    }
}
