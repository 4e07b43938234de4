package dev.claimgraph.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;

/**
 * Revising features, each by one connection: one attribute is raised, so that all on the fact that depends on it is stale, and the next
 * time put back.
 *
 * @param features by their places
 */
record Revising(String name, double goal, List<Integer> features, int mostConnections) implements Workload {

    /** All but the one under a tenth of all claims. */
    static Revising any(Scale scale) {
        return new Revising("revise", 0.7, IntStream.range(1, scale.features()).boxed().toList(), scale.features() - 1);
    }

    /** The one under a tenth of all claims, which one caller at a time can revise. */
    static Revising busy() {
        return new Revising("busy", 0, List.of(0), 1);
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public Runnable service(Http http, Driver driver, Connection connection) {
        var document = Texts.of("revise.graphql");
        var caller = http.as("owner");
        var turns = Turns.of(driver, features, connection);
        return () -> {
            var feature = turns.next();
            var number = Map.of("number", Map.of("value", feature.next(), "unit", "GB"));
            var input = Map.of(
                    "featureId", feature.id(),
                    "expectedRevision", feature.revision(),
                    "setAttributes", List.of(Map.of("name", Turns.ATTRIBUTE, "value", number)));
            var answer = caller.send(document, Map.of("input", input));
            if (!answer.contains("\"problems\":[]")) {
                throw new IllegalStateException(answer);
            }
            feature.revised();
        };
    }

    @Override
    public Runnable byHand(Driver driver, Connection connection) {
        var byHand = new RevisionByHand(driver);
        var turns = Turns.of(driver, features, connection);
        return () -> {
            var feature = turns.next();
            byHand.revise(feature);
            feature.revised();
        };
    }
}
