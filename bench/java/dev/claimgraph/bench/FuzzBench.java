package dev.claimgraph.bench;

import dev.claimgraph.api.Nonsense;
import java.util.ArrayList;

/** The trace of a claim before and after ten thousand requests that mean nothing. Goal: as many a second. */
final class FuzzBench {

    private static final int REQUESTS = 10_000;

    private FuzzBench() {}

    static void run(Http http, Library library, Options options) throws Exception {
        System.out.printf("%nThe trace of a claim, before and after %,d requests that mean nothing%n", REQUESTS);
        var service = TraceBench.service(http, library);
        var nonsense = new Nonsense();
        var caller = http.as("admin");
        service.run(options.warmUp());
        var ratios = new ArrayList<Double>();
        for (var round = 1; round <= options.rounds(); round++) {
            var before = service.run(options.length());
            for (var i = 0; i < REQUESTS; i++) {
                caller.sendAnyhow(nonsense.next());
            }
            var after = service.run(options.length());
            ratios.add(after.perSecond() / before.perSecond());
            System.out.printf("%d: before %s; after %s; ratio %.2f%n", round, before, after, ratios.getLast());
        }
        System.out.printf("median ratio %.2f (goal: 1)%n", Figures.median(ratios));
    }
}
