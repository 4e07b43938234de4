package dev.claimgraph;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Pages;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Query;
import org.neo4j.driver.Session;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.Neo4jTemplate;

/** What must not be written, each line in a way of its own, beside what may; only read, never run. */
record BuiltCypher(Neo4jClient client, Neo4jTemplate template, Session session, Pages pages, ChangeLog changes) {

    private static final String MATCH = "MATCH (p:Product {key: $key}) ";
    private static final String FEATURES = "MATCH (p:Product)".replace("Product", "Feature");

    void built(String sent, String label) {
        var local = MATCH + sent;
        client.query(sent); // built
        client.query(local); // built
        client.query(FEATURES); // built
        client.query(() -> MATCH); // built
        client.query(MATCH + "SET p.name = '" + sent + "'"); // built
        client.query("MATCH (p:%s) RETURN p".formatted(label)); // built
        client.query(label.isEmpty() ? MATCH : sent); // built
        client.query(new StringBuilder(MATCH).append(sent).toString()); // built
        client.query(String.join(" ", List.of(MATCH, sent))); // built
        template.count("MATCH (p:" + label + ") RETURN count(p)"); // built
        template.findAll(local, BuiltCypher.class); // built
        session.run(MATCH + sent); // built
        session.run(new Query(sent, Map.of())); // built
        pages.count(local, Map.of()); // built
        Keyset.of("p", sent, MATCH); // built
        Keyset.of("p", "id", MATCH, sent); // built
        new Keyset(MATCH, MATCH, sent); // built
        changes.writeLast(sent, MATCH, Map.of()); // built
        changes.writeLast(MATCH, MATCH + sent, Map.of()); // built
        read(MATCH + sent); // built
        overwritten(MATCH, sent);
        Function<String, Object> query = client::query; // built
        query.apply(sent);
    }

    void constant(boolean named) {
        client.query("RETURN 1");
        client.query(MATCH + "RETURN p");
        client.query(named ? MATCH + "RETURN p.name" : MATCH + "RETURN p");
        client.query(Keyset.of("p", "id", MATCH, "p").count());
        session.run(new Query("RETURN 1"));
        template.count(MATCH + "RETURN count(p)");
        changes.writeLast(MATCH, MATCH + ChangeLog.APPEND, Map.of());
        read(MATCH);
    }

    private void read(String match) {
        client.query(match + "RETURN p");
    }

    private void overwritten(String match, String sent) {
        match += sent; // built
        client.query(match);
    }
}
