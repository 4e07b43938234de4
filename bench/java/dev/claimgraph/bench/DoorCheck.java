package dev.claimgraph.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/** Holds what was generated against what the doors leave: the same labels, properties of the same types, and relationships. */
final class DoorCheck {

    /** Locks leave a property; a claim that came through the doors has its review. */
    private static final String SHAPE = """
            MATCH (n:Feature|Fact|Claim|Usage|Verification|Revision|Change {id: $id})
            RETURN [label IN labels(n) | label]
              + [key IN keys(n) WHERE key <> 'locked' | key + ' ' + valueType(n[key])]
              + COLLECT { MATCH (n)-[r]->(to) RETURN DISTINCT type(r) + ' to ' + head(labels(to)) }
              + COLLECT { MATCH (n)<-[r]-(by) WHERE type(r) <> 'REVIEWS' RETURN DISTINCT type(r) + ' by ' + head(labels(by)) }
              + COLLECT { MATCH (n)<-[:WORDS]-(w:Wording) UNWIND keys(w) AS key
                  WITH w, key WHERE NOT key IN ['model', 'vector'] RETURN DISTINCT w.kind + ' ' + key } AS shape
            """;

    private final Http http;
    private final Driver driver;

    private DoorCheck(Http http, Driver driver) {
        this.http = http;
        this.driver = driver;
    }

    static void run(Http http, Driver driver) {
        new DoorCheck(http, driver).run();
        System.out.println("What was generated is as the doors leave it.");
    }

    private void run() {
        var attributes = Scale.ATTRIBUTES.stream()
                .map(name -> Map.of("name", name, "value", Map.of("number", Map.of("value", 50, "unit", "GB"))))
                .toList();
        var feature = write("owner", "createFeature", "feature { id }", Map.of(
                "productId", Seed.id("product", 0), "key", "door", "name", "Door", "attributes", attributes));
        var facts = List.of(fact(feature, "a0"), fact(feature, "a1"));
        var claim = write("marketer", "draftClaim", "claim { id }", Map.of(
                "text", "The door opens.",
                "kind", "FACTUAL",
                "factIds", facts,
                "personaIds", List.of(Seed.id("persona", 0)),
                "marketProblemIds", List.of(Seed.id("problem", 0)),
                "qualifiers", List.of("On paid plans.")));
        write("marketer", "submitClaim", "claim { id }", Map.of("claimId", claim));
        write("approver", "approveClaim", "claim { id }", Map.of("claimId", claim));
        var usage = write("marketer", "recordUsage", "usage { id }", Map.of(
                "claimId", claim, "url", "https://www.example.com/door", "channel", "web"));
        mustBeAlike(feature, Seed.id("feature", 1), "", "/0000000001");
        mustBeAlike(facts.getFirst(), Seed.id("fact", 10), "", "/0000000001", "/0000000002");
        mustBeAlike(claim, Seed.id("claim", 1), "", "/0000000001");
        mustBeAlike(usage, Seed.id("usage", 1), "", "/0000000001");
    }

    private String fact(String feature, String attribute) {
        var input = Map.of(
                "subjectId", feature,
                "statement", "Its " + attribute + " is 50 GB.",
                "kind", "LIMIT",
                "dependsOn", List.of(attribute));
        var fact = ask("owner", "recordFact", "fact { id basis }", input).get("fact");
        var id = fact.get("id").asString();
        write("owner", "verifyFact", "fact { id }", Map.of(
                "factId", id, "basis", fact.get("basis").asString(), "decision", "VERIFIED"));
        return id;
    }

    /** @param parts what hangs on it under ids of its own, of which several kinds may be the same */
    private void mustBeAlike(String written, String generated, String... parts) {
        for (var part : parts) {
            var ours = shape(generated + part);
            var theirs = shape(written + part);
            if (!ours.equals(theirs)) {
                throw new IllegalStateException("Not as the doors leave it: %s%n%s%n%s".formatted(written + part, ours, theirs));
            }
        }
    }

    private TreeSet<Object> shape(String id) {
        var shape = new TreeSet<Object>();
        driver.executableQuery(SHAPE)
                .withParameters(Map.of("id", id))
                .execute()
                .records()
                .forEach(row -> shape.addAll(row.get("shape").asList()));
        return shape;
    }

    /** @return the id of what was written */
    private String write(String account, String field, String selection, Map<String, Object> input) {
        return ask(account, field, selection, input)
                .get(selection.split(" ")[0])
                .get("id")
                .asString();
    }

    private JsonNode ask(String account, String field, String selection, Map<String, Object> input) {
        var type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input";
        var document = "mutation($input: %s!) { %s(input: $input) { %s problems { message } } }".formatted(type, field, selection);
        return http.as(account).ask(document, Map.of("input", input)).get(field);
    }
}
