package dev.claimgraph.webhook;

import dev.claimgraph.notice.Place;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The webhooks in the graph. */
@Component
class WebhookRepository {

    private static final Listing<Webhook> ALL =
            Listing.byId(Keyset.of("w", "id", "MATCH (w:Webhook) WHERE {within}\n", "w"), Webhook::from, Webhook::id);

    private static final String BY_ID = "UNWIND $ids AS id MATCH (w:Webhook {id: id}) RETURN w AS webhook";

    private static final String LOCKED = "MATCH (w:Webhook {id: $id}) SET w.locked = true RETURN w AS webhook";

    private static final String ACTIVE = "MATCH (w:Webhook) WHERE w.id > '' AND w.active RETURN w.id AS id ORDER BY id";

    /** What was attempted is forgotten in its time. */
    private static final String DELETE = """
        MATCH (w:Webhook {id: $id})
        DELETE w
        WITH count(*) AS deleted
        MATCH (d:Delivery {webhookId: $id, status: 'PENDING'}) WHERE d.id > ''
        DELETE d
        """;

    private final Neo4jClient neo4j;
    private final Pages pages;

    WebhookRepository(Neo4jClient neo4j, Pages pages) {
        this.neo4j = neo4j;
        this.pages = pages;
    }

    Map<String, Webhook> byId(Collection<String> ids) {
        var found = new HashMap<String, Webhook>();
        read(BY_ID, Map.of("ids", ids)).forEach(webhook -> found.put(webhook.id(), webhook));
        return found;
    }

    /** Nobody else writes it until the transaction ends. */
    Optional<Webhook> locked(String id) {
        return read(LOCKED, Map.of("id", id)).stream().findFirst();
    }

    Connection<Webhook> page(PageRequest page) {
        return pages.list(ALL, page, Map.of());
    }

    List<String> active() {
        return List.copyOf(neo4j.query(ACTIVE).fetchAs(String.class).all());
    }

    long count() {
        return pages.count("MATCH (w:Webhook) RETURN count(w)", Map.of());
    }

    /** @param begin from where on it is told */
    void create(Webhook webhook, Place begin) {
        neo4j.query("CREATE (w:Webhook {position: $position, commit: $commit}) SET w += $properties")
                .bindAll(Map.of(
                        "position", begin.position(),
                        "commit", begin.commit(),
                        "properties", webhook.properties()))
                .run();
    }

    void update(Webhook webhook) {
        neo4j.query("MATCH (w:Webhook {id: $id}) SET w += $properties")
                .bindAll(Map.of("id", webhook.id(), "properties", webhook.properties()))
                .run();
    }

    void delete(String id) {
        neo4j.query(DELETE).bind(id).to("id").run();
    }

    private Collection<Webhook> read(String cypher, Map<String, Object> parameters) {
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Webhook.class)
                .mappedBy((types, row) -> Webhook.from(row.get("webhook")))
                .all();
    }
}
