package dev.claimgraph.bench;

import dev.claimgraph.claim.LoggedLibrary;
import dev.claimgraph.notice.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;

/** How soon all are told after one write: of a tenth of all claims that became stale, and 1,000 subscribers of one claim. */
final class NoticeBench {

    private static final int SUBSCRIBERS = 1_000;
    private static final long A_MILLISECOND = 1_000_000;

    private static final String REVISE = """
            mutation($input: ReviseFeatureInput!) {
              reviseFeature(input: $input) { feature { revision } problems { message } }
            }
            """;
    private static final String WITHDRAW = """
            mutation($input: WithdrawClaimInput!) { withdrawClaim(input: $input) { problems { message } } }
            """;

    private final Http http;
    private final Notices notices;
    private int revision = 1;
    private long last;

    private NoticeBench(Http http, Notices notices) {
        this.http = http;
        this.notices = notices;
    }

    static void run(ApplicationContext context, int port, Http http, Library library, Options options) throws Exception {
        LoggedLibrary.log(context, library.claims());
        var bench = new NoticeBench(http, context.getBean(Notices.class));
        bench.settle();
        bench.stale(library, options);
        bench.subscribers(port, library, options);
    }

    /** A change that makes a tenth of all claims stale, beside the write that does so. */
    private void stale(Library library, Options options) {
        var writes = new ArrayList<Double>();
        var told = new ArrayList<Double>();
        long count = 0;
        for (var round = 0; round < 2 * options.rounds(); round++) {
            var before = notices.now().position();
            var start = System.nanoTime();
            revise(library.busy(), round % 2 == 0 ? 40 : 50);
            writes.add((System.nanoTime() - start) / 1e6);
            count = settle() - before;
            told.add((last - start) / 1e6);
        }
        System.out.printf(
                "%nOne revision, %,d notices: acknowledged after %.1f ms, all worked out after %,.0f ms (medians of %d)%n",
                count, Figures.median(writes), Figures.median(told), told.size());
    }

    private void subscribers(int port, Library library, Options options) throws Exception {
        try (var watchers = Watchers.open(port, SUBSCRIBERS)) {
            settle();
            var first = new ArrayList<Double>();
            var last = new ArrayList<Double>();
            for (var round = 0; round < options.rounds(); round++) {
                var told = watchers.next();
                var start = System.nanoTime();
                http.as("approver").ask(WITHDRAW, Map.of("input", Map.of("claimId", library.claims().get(1 + round), "reason", "So.")));
                var times = told.get();
                first.add((times.first() - start) / 1e6);
                last.add((times.last() - start) / 1e6);
            }
            System.out.printf(
                    "%,d subscribers of one change: the first is told after %.0f ms, the last after %.0f ms (medians of %d)%n",
                    SUBSCRIBERS, Figures.median(first), Figures.median(last), last.size());
        }
    }

    /** Waits until nothing more was told for a second. @return the last position */
    private long settle() {
        var position = notices.now().position();
        last = System.nanoTime();
        while (System.nanoTime() - last < 1_000 * A_MILLISECOND) {
            LockSupport.parkNanos(5 * A_MILLISECOND);
            var present = notices.now().position();
            if (present != position) {
                position = present;
                last = System.nanoTime();
            }
        }
        return position;
    }

    private void revise(String feature, int value) {
        var number = Map.of("number", Map.of("value", value, "unit", "GB"));
        var input = Map.of(
                "featureId", feature,
                "expectedRevision", revision,
                "setAttributes", List.of(Map.of("name", "a0", "value", number)));
        revision = http.as("owner").ask(REVISE, Map.of("input", input)).at("/reviseFeature/feature/revision").asInt();
    }
}
