package dev.claimgraph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A revision that makes a tenth of all claims stale beside one that makes fifty stale. Goal: at most 1.5 times as long. */
final class RevisionBench {

    private static final String REVISE = """
            mutation($input: ReviseFeatureInput!) {
              reviseFeature(input: $input) { feature { id revision } problems { code message path } }
            }
            """;
    private static final String IMPACT = """
            query($input: ReviseFeatureInput!) {
              previewFeatureRevision(input: $input) { staleClaims(first: 1) { totalCount } problems { message } }
            }
            """;
    private static final int WARM_UP = 200;

    private RevisionBench() {}

    static void run(Http http, Library library, Options options) {
        var caller = http.as("owner");
        var busy = new Feature(caller, library.busy());
        var quiet = new Feature(caller, library.quiet());
        System.out.printf("%nRevising a feature: the busy one makes %,d claims stale, the quiet one %,d%n", busy.stale(), quiet.stale());
        for (var i = 0; i < WARM_UP; i++) {
            busy.flip();
            quiet.flip();
        }
        var busyTimes = new ArrayList<Double>();
        var quietTimes = new ArrayList<Double>();
        for (var i = 0; i < 40 * options.rounds(); i++) {
            busyTimes.add(busy.flip());
            quietTimes.add(quiet.flip());
        }
        var slow = Figures.median(busyTimes);
        var fast = Figures.median(quietTimes);
        System.out.printf("busy %.2f ms, quiet %.2f ms, ratio %.2f (goal: at most 1.5)%n", slow, fast, slow / fast);
    }

    /** A feature that goes from one value to another and back. */
    private static final class Feature {

        private final Http.Caller caller;
        private final String id;
        private int revision = 1;

        Feature(Http.Caller caller, String id) {
            this.caller = caller;
            this.id = id;
        }

        int stale() {
            return caller
                    .ask(IMPACT, Map.of("input", input(40)))
                    .at("/previewFeatureRevision/staleClaims/totalCount")
                    .asInt();
        }

        /** @return how long making its claims stale took, in milliseconds; taking it back is not counted */
        double flip() {
            var start = System.nanoTime();
            revise(40);
            var took = (System.nanoTime() - start) / 1e6;
            revise(50);
            return took;
        }

        private void revise(int value) {
            var payload = caller.ask(REVISE, Map.of("input", input(value))).get("reviseFeature");
            revision = payload.at("/feature/revision").asInt();
        }

        private Map<String, Object> input(int value) {
            var number = Map.of("number", Map.of("value", value, "unit", "GB"));
            return Map.of(
                    "featureId", id,
                    "expectedRevision", revision,
                    "setAttributes", List.of(Map.of("name", "a0", "value", number)));
        }
    }
}
