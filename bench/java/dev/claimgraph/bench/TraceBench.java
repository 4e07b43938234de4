package dev.claimgraph.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.core.io.FileSystemResource;

/** The trace of a claim over HTTP beside the same answer by one statement through the driver. Goal: half as many a second. */
final class TraceBench {

    private static final int CONNECTIONS = 8;

    private TraceBench() {}

    static void run(Http http, Driver driver, Library library, Options options) throws Exception {
        System.out.printf("%nThe trace of a claim, at %d connections%n", CONNECTIONS);
        var document = text("trace.graphql");
        var cypher = text("trace.cypher");
        Runner service = length -> Load.run(CONNECTIONS, length, () -> {
            var caller = http.as("viewer");
            return () -> caller.send(document, Map.of("id", any(library.claims())));
        });
        Runner bare = length -> Load.run(CONNECTIONS, length, () -> {
            var session = driver.session(SessionConfig.forDatabase("neo4j"));
            return () -> session.run(cypher, Map.of("id", any(library.claims()))).single().asMap();
        });
        service.run(options.warmUp());
        bare.run(options.warmUp().dividedBy(2));
        var ratios = new ArrayList<Double>();
        for (var round = 1; round <= options.rounds(); round++) {
            var ours = service.run(options.length());
            var theirs = bare.run(options.length());
            ratios.add(ours.perSecond() / theirs.perSecond());
            System.out.printf("%d: service %s; statement %s; ratio %.2f%n", round, ours, theirs, ratios.getLast());
        }
        System.out.printf("median ratio %.2f (goal: at least 0.5)%n", Figures.median(ratios));
    }

    private static String any(List<String> ids) {
        return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    }

    private static String text(String file) throws Exception {
        return new FileSystemResource("bench/" + file).getContentAsString(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Runner {
        Load.Result run(Duration length) throws Exception;
    }
}
