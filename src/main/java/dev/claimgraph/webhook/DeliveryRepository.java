package dev.claimgraph.webhook;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Leases;
import dev.claimgraph.notice.Place;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import dev.claimgraph.webhook.DeliveryMeters.Backlog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The deliveries in the graph, and how far each webhook has come. */
@Component
class DeliveryRepository {

    private static final Listing<Delivery> OF = Listing.byId(Keyset.of("d", "id", """
        UNWIND $ids AS id
        CALL (id) {
          MATCH (d:Delivery {webhookId: id})
          WHERE {within} AND ($status IS NULL OR d.status = $status)
          WITH d ORDER BY {order} LIMIT $limit
          RETURN collect(d) AS items
        }
        RETURN id, items, CASE WHEN $counted THEN COUNT {
          MATCH (d:Delivery {webhookId: id}) WHERE d.id > '' AND ($status IS NULL OR d.status = $status) } END AS total
        """), Delivery::from, Delivery::id);

    private static final String PLACE =
            "MATCH (w:Webhook {id: $webhookId}) RETURN w.position AS position, w.commit AS commit";

    /** Of those that concern one thing, only the first: the others wait for it. */
    private static final String DUE = """
        MATCH (d:Delivery {webhookId: $webhookId, status: 'PENDING'}) WHERE d.nextAttemptAt <= $now
          AND NOT EXISTS {
            MATCH (e:Delivery {webhookId: $webhookId, aboutId: d.aboutId, status: 'PENDING'})
            WHERE e.position < d.position }
        RETURN d AS delivery ORDER BY d.nextAttemptAt LIMIT $limit
        """;

    private static final String HELD_UP = """
        UNWIND $aboutIds AS aboutId
        WITH aboutId WHERE EXISTS {
          MATCH (d:Delivery {webhookId: $webhookId, aboutId: aboutId, status: 'PENDING'}) WHERE d.position > 0 }
        RETURN aboutId
        """;

    private static final String PENDING = """
        MATCH (d:Delivery {webhookId: $webhookId, status: 'PENDING'}) WHERE d.nextAttemptAt > datetime({year: 1})
        WITH d LIMIT $most
        RETURN count(d) AS pending
        """;

    private static final String BACKLOG = """
        MATCH (log:NoticeLog)
        MATCH (w:Webhook) WHERE w.id > ''
        RETURN sum(COUNT {
            MATCH (d:Delivery {webhookId: w.id, status: 'PENDING'}) WHERE d.id > '' RETURN d LIMIT 10000 }) AS pending,
          sum(COUNT {
            MATCH (d:Delivery {webhookId: w.id, status: 'PARKED'}) WHERE d.id > '' RETURN d LIMIT 10000 }) AS parked,
          coalesce(max(CASE WHEN w.active THEN log.position - w.position END), 0) AS behind
        """;

    private static final String WEBHOOK_ID = "MATCH (d:Delivery {id: $id}) RETURN d.webhookId AS webhookId";

    private static final String LOCKED = """
        MATCH (d:Delivery {id: $id})
        SET d.locked = true
        RETURN d AS delivery
        """;

    private static final String WRITE = """
        UNWIND $rows AS row
        MERGE (d:Delivery {key: row.key})
        SET d += row.properties
        """;

    private static final String ADVANCE = """
        MATCH (w:Webhook {id: $webhookId})
        SET w.position = CASE WHEN w.position < $position THEN $position ELSE w.position END
        RETURN true AS isThere
        """;

    private static final String FORGET = """
        MATCH (d:Delivery) WHERE d.lastAttemptAt < $before AND d.status <> 'PENDING'
        WITH d ORDER BY d.lastAttemptAt LIMIT $limit
        DELETE d
        RETURN count(*) AS forgotten
        """;

    private final Neo4jClient neo4j;
    private final Pages pages;
    private final ChangeLog changes;
    private final Leases leases;

    DeliveryRepository(Neo4jClient neo4j, Pages pages, ChangeLog changes, Leases leases) {
        this.neo4j = neo4j;
        this.pages = pages;
        this.changes = changes;
        this.leases = leases;
    }

    /** How far notices were looked at for a webhook; empty where there is none such. */
    Optional<Place> place(String webhookId) {
        return neo4j.query(PLACE)
                .bind(webhookId)
                .to("webhookId")
                .fetchAs(Place.class)
                .mappedBy((types, row) -> new Place(
                        row.get("position").asLong(), row.get("commit").asLong()))
                .one();
    }

    /** Those that are to be attempted now, no two of them about one thing. */
    List<Delivery> due(String webhookId, Instant now, int limit) {
        return read(DUE, Map.of("webhookId", webhookId, "now", time(now), "limit", limit));
    }

    /** Of these things, those of which something is still to be delivered. */
    Set<String> heldUp(String webhookId, Collection<String> aboutIds) {
        return new HashSet<>(neo4j.query(HELD_UP)
                .bindAll(Map.of("webhookId", webhookId, "aboutIds", aboutIds))
                .fetchAs(String.class)
                .all());
    }

    /** How many are still to be delivered, up to so many. */
    long pending(String webhookId, int most) {
        return pages.count(PENDING, Map.of("webhookId", webhookId, "most", most));
    }

    Backlog backlog() {
        return neo4j.query(BACKLOG)
                .fetchAs(Backlog.class)
                .mappedBy((types, row) -> new Backlog(
                        row.get("pending").asLong(),
                        row.get("parked").asLong(),
                        row.get("behind").asLong()))
                .one()
                .orElse(Backlog.NONE);
    }

    /** Of the webhook that a delivery is or was for; empty where there is no such delivery. */
    Optional<String> webhookId(String id) {
        return neo4j.query(WEBHOOK_ID).bind(id).to("id").fetchAs(String.class).one();
    }

    /** Nobody else writes it until the transaction ends. */
    Optional<Delivery> locked(String id) {
        return read(LOCKED, Map.of("id", id)).stream().findFirst();
    }

    Map<String, Connection<Delivery>> of(
            Collection<String> webhookIds, Delivery.@Nullable Status status, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("status", status == null ? null : status.name());
        return pages.under(OF, webhookIds, page, parameters);
    }

    /** Writes what became of deliveries, and how far a webhook has come, while it is there and this instance sends to it. */
    void write(String webhookId, Collection<Delivery> deliveries, long position) {
        leases.under(
                Deliverers.lease(webhookId),
                () -> neo4j.query(ADVANCE)
                        .bindAll(Map.of("webhookId", webhookId, "position", position))
                        .fetchAs(Boolean.class)
                        .one()
                        .ifPresent(isThere -> write(deliveries)));
    }

    void write(Collection<Delivery> deliveries) {
        var rows = deliveries.stream()
                .map(delivery -> Map.of("key", delivery.key(), "properties", delivery.properties()))
                .toList();
        neo4j.query(WRITE).bind(rows).to("rows").run();
    }

    /** Removes some of those that were last attempted before a moment. @return how many */
    long forget(Instant before, int limit) {
        return changes.write(() -> pages.count(FORGET, Map.of("before", time(before), "limit", limit)));
    }

    private List<Delivery> read(String cypher, Map<String, Object> parameters) {
        return List.copyOf(neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Delivery.class)
                .mappedBy((types, row) -> Delivery.from(row.get("delivery")))
                .all());
    }

    private static Object time(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }
}
