package dev.claimgraph.bench;

import dev.claimgraph.search.GeneratedWordings;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/**
 * A document beside one statement, both auto-committed.
 *
 * @param cypher the file of the statement, which returns one row with the field's answer
 * @param field the query's field
 * @param variables of the next request, each time others
 * @param parameters what the statement takes for them
 * @param isSame whether the answers are held against each other
 */
record Reading(
        String name,
        double goal,
        boolean needsMeaning,
        String document,
        String cypher,
        String field,
        Supplier<Map<String, Object>> variables,
        UnaryOperator<Map<String, Object>> parameters,
        boolean isSame)
        implements Workload {

    private static final int CHECKED = 100;
    private static final int PAGE = 20;
    private static final int FOUND = 10;

    static Reading trace(Scale scale) {
        return new Reading(
                "trace",
                0.65,
                false,
                Texts.of("trace.graphql"),
                Texts.of("trace.cypher"),
                "claim",
                () -> Map.of("id", Seed.id("claim", any(scale.claims()))),
                UnaryOperator.identity(),
                true);
    }

    /** The first page of a persona's and a market problem's approved claims; there is one at least. */
    static Reading list(Scale scale) {
        return new Reading(
                "list",
                0.8,
                false,
                Texts.of("list.graphql"),
                Texts.of("list.cypher"),
                "claims",
                () -> {
                    var claim = scale.claim(any(scale.claims()));
                    return Map.of(
                            "persona", "audience-" + claim.persona(), "problem", "audience-" + claim.problem(), "first", PAGE);
                },
                UnaryOperator.identity(),
                true);
    }

    /** By words alone, while the service has no embedding model. */
    static Reading search() {
        return finding("search", 0.75, false);
    }

    /** By words and meaning, beside the statement that goes by words alone. */
    static Reading find() {
        return finding("find", 0, true);
    }

    /** The service ranks by what it knows of words; the statement by what the index says of them. */
    private static Reading finding(String name, double goal, boolean needsMeaning) {
        return new Reading(
                name,
                goal,
                needsMeaning,
                Texts.of("find.graphql"),
                Texts.of("search.cypher"),
                "findMessaging",
                () -> Map.of("text", Queries.next(), "first", FOUND),
                variables -> Map.of(
                        "query", GeneratedWordings.query(String.valueOf(variables.get("text"))), "first", FOUND),
                false);
    }

    @Override
    public void check(Http http, Driver driver) {
        for (var i = 0; isSame && i < CHECKED; i++) {
            var asked = variables.get();
            var ours = http.as("viewer").ask(document, asked).get(field);
            var record = driver.executableQuery(cypher)
                    .withParameters(parameters.apply(asked))
                    .execute()
                    .records()
                    .getFirst();
            Answers.mustBeSame(ours, record.get(field));
        }
    }

    @Override
    public Runnable service(Http http, Driver driver, Connection connection) {
        var caller = http.as("viewer");
        return () -> caller.send(document, variables.get());
    }

    @Override
    public Runnable byHand(Driver driver, Connection connection) {
        var session = driver.session(SessionConfig.forDatabase("neo4j"));
        return () -> session.run(cypher, parameters.apply(variables.get())).single().asMap();
    }

    private static int any(int below) {
        return ThreadLocalRandom.current().nextInt(below);
    }
}
