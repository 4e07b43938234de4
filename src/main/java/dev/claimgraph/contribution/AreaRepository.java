package dev.claimgraph.contribution;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Keeps areas in the graph: one of each kind from the start, one for a product's features once it was given a steward. */
@Component
class AreaRepository {

    private static final Listing<Area> AREAS =
            Listing.byId(Keyset.of("a", "id", "MATCH (a:Area) WHERE {within}\n", "a"), Area::from, Area::id);

    /** The kind's own area is locked for whoever makes one of a product, or offers something to either. */
    private static final String LOCKED = """
        MATCH (general:Area {key: $kind})
        SET general.locked = true
        WITH general
        OPTIONAL MATCH (own:Area {key: $key})
        RETURN general, own
        """;

    private static final String STEWARDED = """
        MATCH (a:Area {stewardId: $stewardId})
        WITH a ORDER BY a.id
        SET a.locked = true
        WITH a
        RETURN a AS area
        """;

    private static final String SAVE = """
        MERGE (a:Area {id: $id})
        SET a.key = $key, a.kind = $kind, a.productId = $productId, a.stewardId = $stewardId
        """;

    private static final String GIVE = """
        UNWIND $ids AS id
        MATCH (a:Area {id: id})
        SET a.stewardId = $stewardId
        """;

    private final Neo4jClient neo4j;
    private final Pages pages;

    AreaRepository(Neo4jClient neo4j, Pages pages) {
        this.neo4j = neo4j;
        this.pages = pages;
    }

    Collection<Area> byId(Collection<String> ids) {
        return read("UNWIND $these AS id MATCH (a:Area {id: id}) RETURN a AS area", ids);
    }

    Optional<Area> byKey(String key) {
        return read("UNWIND $these AS key MATCH (a:Area {key: key}) RETURN a AS area", List.of(key)).stream()
                .findFirst();
    }

    Connection<Area> page(PageRequest page) {
        return pages.list(AREAS, page, Map.of());
    }

    /** A kind's own area, locked, and that of the product's features where there is one. */
    Locked locked(AreaKind kind, @Nullable String productId) {
        return neo4j.query(LOCKED)
                .bindAll(Map.of("kind", kind.name(), "key", Area.key(kind, productId)))
                .fetchAs(Locked.class)
                .mappedBy((types, row) -> new Locked(
                        Area.from(row.get("general")), row.get("own").isNull() ? null : Area.from(row.get("own"))))
                .one()
                .orElseThrow();
    }

    /** Locked; whoever waited for it looks again whose it is. */
    List<Area> stewardedBy(String ownerId) {
        return neo4j
                .query(STEWARDED)
                .bind(ownerId)
                .to("stewardId")
                .fetchAs(Area.class)
                .mappedBy((types, row) -> Area.from(row.get("area")))
                .all()
                .stream()
                .filter(area -> ownerId.equals(area.stewardId()))
                .toList();
    }

    void save(Area area) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", area.id());
        parameters.put("key", Area.key(area.kind(), area.productId()));
        parameters.put("kind", area.kind().name());
        parameters.put("productId", area.productId());
        parameters.put("stewardId", Objects.requireNonNullElse(area.stewardId(), Area.NOBODY));
        neo4j.query(SAVE).bindAll(parameters).run();
    }

    void give(Collection<String> ids, String stewardId) {
        neo4j.query(GIVE).bindAll(Map.of("ids", ids, "stewardId", stewardId)).run();
    }

    private Collection<Area> read(String cypher, Collection<String> these) {
        return neo4j.query(cypher)
                .bind(these)
                .to("these")
                .fetchAs(Area.class)
                .mappedBy((types, row) -> Area.from(row.get("area")))
                .all();
    }

    /** @param own that of one product's features; the general one itself where no product is asked for; null where there is none */
    record Locked(Area general, @Nullable Area own) {

        /** Where something goes that is about the product: to its own area where that has a steward. */
        Area responsible() {
            return own != null && own.stewardId() != null ? own : general;
        }
    }
}
