package dev.claimgraph.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/** The trace of a claim over HTTP beside the same answer by one statement through the driver. Goal: half as many a second. */
final class TraceBench {

    private static final int CONNECTIONS = 8;

    private TraceBench() {}

    static void run(Http http, Driver driver, Library library, Options options) throws Exception {
        System.out.printf("%nThe trace of a claim, at %d connections%n", CONNECTIONS);
        var document = Texts.of("trace.graphql");
        var cypher = Texts.of("trace.cypher");
        Runner service = service(http, library);
        Runner bare = length -> Load.run(CONNECTIONS, length, () -> {
            var session = driver.session(SessionConfig.forDatabase("neo4j"));
            return () -> session.run(cypher, Map.of("id", any(library.claims()))).single().asMap();
        });
        checkSame(http.as("viewer"), driver, document, cypher, library);
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

    /** What loads the service with traces for as long as it is told. */
    static Runner service(Http http, Library library) throws Exception {
        var document = Texts.of("trace.graphql");
        return length -> Load.run(CONNECTIONS, length, () -> {
            var caller = http.as("viewer");
            return () -> caller.send(document, Map.of("id", any(library.claims())));
        });
    }

    /** Only the fact's basis and the page's cursor, which are tokens of the service's own, are not the statement's too. */
    private static void checkSame(Http.Caller caller, Driver driver, String document, String cypher, Library library) {
        for (var i = 0; i < 100; i++) {
            var parameters = Map.<String, Object>of("id", any(library.claims()));
            var ours = caller.ask(document, parameters).get("claim");
            var record = driver.executableQuery(cypher).withParameters(parameters).execute().records().getFirst();
            Answers.mustBeSame(ours, record.get("claim"));
        }
    }

    private static String any(List<String> ids) {
        return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    }

    /** A load that is put on for a while. */
    @FunctionalInterface
    interface Runner {
        Load.Result run(Duration length) throws Exception;
    }
}
