package dev.claimgraph.history;

import dev.claimgraph.api.Batch;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import dev.claimgraph.shared.Identified;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The history of everything that has an id. */
@Controller
class HistoryController {

    private static final Listing<Change> CHANGES =
            Listing.byId(Keyset.of("change", "id", """
                UNWIND $ids AS id
                CALL (id) {
                  MATCH (change:Change {aggregate: id})
                  WHERE {within}
                  WITH change ORDER BY {order} LIMIT $limit
                  RETURN collect(change) AS items
                }
                RETURN id, items, CASE WHEN $counted THEN COUNT {
                  MATCH (change:Change {aggregate: id}) WHERE change.id IS NOT NULL } END AS total
                """), Change::from, Change::id);

    private final Pages pages;
    private final HashChains chains;

    HistoryController(Pages pages, HashChains chains) {
        this.pages = pages;
        this.chains = chains;
    }

    @QueryMapping
    @Nullable
    HashChain historyChain(@Argument String id) {
        return chains.of(id);
    }

    @SchemaMapping(typeName = "Node")
    CompletableFuture<Connection<Change>> history(Identified node, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, node.id(), page, this::read);
    }

    /** Not a node: only admins see one. */
    @SchemaMapping(typeName = "Webhook", field = "history")
    CompletableFuture<Connection<Change>> ofWebhook(
            Identified webhook, PageRequest page, DataFetchingEnvironment field) {
        return history(webhook, page, field);
    }

    /** Not a node: only admins see one. */
    @SchemaMapping(typeName = "Delivery", field = "history")
    CompletableFuture<Connection<Change>> ofDelivery(
            Identified delivery, PageRequest page, DataFetchingEnvironment field) {
        return history(delivery, page, field);
    }

    private Map<String, Connection<Change>> read(Collection<String> aggregates, PageRequest page) {
        return pages.under(CHANGES, aggregates, page, Map.of());
    }
}
