package dev.claimgraph.bench;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Finding messaging over HTTP by a few words, different ones each time. */
final class FindBench {

    private static final int CONNECTIONS = 8;
    private static final int PAGE = 10;

    private FindBench() {}

    static void run(Http http, Wordings wordings, Options options) throws Exception {
        var claims = wordings.load(options.claims()).size();
        System.out.printf("%nFinding messaging among %,d claims, at %d connections%n", claims, CONNECTIONS);
        var document = Texts.of("find.graphql");
        TraceBench.Runner finding = length -> Load.run(CONNECTIONS, length, () -> {
            var caller = http.as("viewer");
            var writer = new Copywriter(ThreadLocalRandom.current().nextLong());
            return () -> caller.send(document, Map.of("text", writer.query(), "first", PAGE));
        });
        finding.run(options.warmUp());
        for (var round = 1; round <= options.rounds(); round++) {
            System.out.printf("%d: %s%n", round, finding.run(options.length()));
        }
    }
}
