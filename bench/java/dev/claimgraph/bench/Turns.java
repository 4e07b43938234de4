package dev.claimgraph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;

/** Features that one connection revises in turn: each time one attribute of the next is raised, or put back where it is raised. */
final class Turns {

    static final String ATTRIBUTE = Scale.ATTRIBUTES.getFirst();
    static final int VERIFIED = 50;

    private static final int RAISED = 60;
    private static final int MOST = 50;

    private static final String STATE = """
            UNWIND $ids AS id
            MATCH (s:Feature {id: id})-[:HAS_ATTRIBUTE]->(a:Attribute {name: $attribute})
            RETURN id, s.revision AS revision, a.value CONTAINS toString($raised) AS raised
            """;

    private final List<Feature> features = new ArrayList<>();
    private int turn;

    private Turns() {}

    /** @param places those that all connections share among them */
    static Turns of(Driver driver, List<Integer> places, Workload.Connection connection) {
        var ids = new ArrayList<String>();
        for (var i = connection.number(); i < places.size() && ids.size() < MOST; i += connection.of()) {
            ids.add(Seed.id("feature", places.get(i)));
        }
        var turns = new Turns();
        driver.executableQuery(STATE)
                .withParameters(Map.of("ids", ids, "attribute", ATTRIBUTE, "raised", RAISED))
                .execute()
                .records()
                .forEach(row -> turns.features.add(new Feature(
                        row.get("id").asString(),
                        row.get("revision").asInt(),
                        row.get("raised").asBoolean() ? RAISED : VERIFIED)));
        return turns;
    }

    Feature next() {
        return features.get(turn++ % features.size());
    }

    /** A feature as it was left last. */
    static final class Feature {

        private final String id;
        private int revision;
        private int value;

        private Feature(String id, int revision, int value) {
            this.id = id;
            this.revision = revision;
            this.value = value;
        }

        String id() {
            return id;
        }

        int revision() {
            return revision;
        }

        int value() {
            return value;
        }

        int next() {
            return value == VERIFIED ? RAISED : VERIFIED;
        }

        void revised() {
            value = next();
            revision++;
        }
    }
}
