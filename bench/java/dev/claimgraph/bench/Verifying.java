package dev.claimgraph.bench;

import dev.claimgraph.shared.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.neo4j.driver.Driver;

/** Verifying facts once more, as they are; each by one connection. */
record Verifying(Scale scale) implements Workload {

    private static final Pattern BASIS = Pattern.compile("\"basis\":\"(\\w+)\"");
    private static final int MOST = 50;

    /** None that depends on what is revised. */
    private static final int PLACE = 5;

    private static final String STATE = """
            UNWIND $ids AS id
            MATCH (f:Fact {id: id})
            RETURN id, f.basis AS basis, f.decisions AS decisions
            """;

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public double goal() {
        return 0;
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public int mostConnections() {
        return scale.features();
    }

    @Override
    public Runnable service(Http http, Driver driver, Connection connection) {
        var document = Texts.of("verify.graphql");
        var caller = http.as("owner");
        var shown = shown(driver, connection);
        var turns = Facts.of(shown);
        return () -> {
            var id = turns.next();
            var input = Map.of("factId", id, "basis", String.valueOf(shown.get(id)), "decision", "VERIFIED");
            var answer = caller.send(document, Map.of("input", input));
            var basis = BASIS.matcher(answer);
            if (!answer.contains("\"problems\":[]") || !basis.find()) {
                throw new IllegalStateException(answer);
            }
            shown.put(id, basis.group(1));
        };
    }

    @Override
    public Runnable byHand(Driver driver, Connection connection) {
        var byHand = new VerificationByHand(driver);
        var shown = shown(driver, connection);
        var turns = Facts.of(shown);
        return () -> {
            var id = turns.next();
            shown.put(id, byHand.verify(id, String.valueOf(shown.get(id))));
        };
    }

    /** What an owner was shown of each fact, as the service's token says it. */
    private Map<String, String> shown(Driver driver, Connection connection) {
        var ids = new ArrayList<String>();
        for (var i = connection.number(); i < scale.features() && ids.size() < MOST; i += connection.of()) {
            ids.add(Seed.id("fact", i * Scale.FACTS_A_FEATURE + PLACE));
        }
        var shown = new HashMap<String, String>();
        driver.executableQuery(STATE)
                .withParameters(Map.of("ids", ids))
                .execute()
                .records()
                .forEach(row -> shown.put(
                        row.get("id").asString(),
                        token(row.get("basis").asString(), row.get("decisions").asLong())));
        return shown;
    }

    static String token(String basis, long decisions) {
        return Fingerprint.of(basis, Long.toString(decisions), "false");
    }

    /** Facts that one connection verifies in turn. */
    private static final class Facts {

        private final List<String> ids;
        private int turn;

        private Facts(List<String> ids) {
            this.ids = ids;
        }

        static Facts of(Map<String, String> shown) {
            return new Facts(List.copyOf(shown.keySet()));
        }

        String next() {
            return ids.get(turn++ % ids.size());
        }
    }
}
