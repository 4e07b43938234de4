package dev.claimgraph.claim;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The claims in the graph: what the door reads and writes of them. */
@Component
class ClaimRepository {

    private static final String BY_ID =
            "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN " + Claim.PROJECTION + " AS claim";

    private static final String WITH_USAGES = "MATCH (c:Claim {id: $id}) RETURN " + Claim.WITH_USAGES + " AS claim";

    private static final String BY_KEY = "MATCH (c:Claim {key: $key}) RETURN " + Claim.PROJECTION + " AS claim";

    /** In the order of their ids, so that two writers never wait for each other. */
    private static final String LOCK = """
        UNWIND $ids AS id
        MATCH (c:Claim {id: id})
        SET c.locked = true
        """;

    private static final String SAVE = """
        MERGE (c:Claim {id: $id})
        SET c += $properties
        """;

    private static final String LINK = """
        MATCH (c:Claim {id: $id})
        OPTIONAL MATCH (c)-[old:SUBSTANTIATED_BY|SPEAKS_TO|ADDRESSES|COMPARES_WITH]->()
        DELETE old
        WITH DISTINCT c
        CALL (c) {
          UNWIND $ends.links AS link
          MATCH (f:Fact {id: link.factId})
          CREATE (c)-[:SUBSTANTIATED_BY {place: link.place, stamp: link.stamp}]->(f)
        }
        CALL (c) {
          UNWIND $ends.personas AS id
          MATCH (s:Persona {id: id})
          CREATE (c)-[:SPEAKS_TO]->(s)
        }
        CALL (c) {
          UNWIND $ends.marketProblems AS id
          MATCH (s:MarketProblem {id: id})
          CREATE (c)-[:ADDRESSES]->(s)
        }
        CALL (c) {
          UNWIND $ends.competitors AS id
          MATCH (s:Competitor {id: id})
          CREATE (c)-[:COMPARES_WITH]->(s)
        }
        """;

    private static final String WORD = """
        MATCH (c:Claim {id: $id})
        OPTIONAL MATCH (c)-[:WORDED_AS]->(old:Variant)
        DETACH DELETE old
        WITH DISTINCT c
        UNWIND $variants AS variant
        CREATE (c)-[:WORDED_AS]->(v:Variant)
        SET v = variant
        """;

    private static final String STAMP = """
        MATCH (:Claim {id: $id})-[link:SUBSTANTIATED_BY]->(f:Fact)
        SET link.stamp = $stamps[f.id]
        """;

    private static final String SUPERSEDE = """
        MATCH (c:Claim {id: $id}), (successor:Claim {id: $successorId})
        CREATE (c)-[:SUPERSEDED_BY]->(successor)
        """;

    private static final String CLOSES = """
        MATCH (successor:Claim {id: $successorId})
        RETURN EXISTS { (successor)-[:SUPERSEDED_BY*0..]->(:Claim {id: $id}) } AS closes
        """;

    private final Neo4jClient neo4j;
    private final Clock clock;

    ClaimRepository(Neo4jClient neo4j, Clock clock) {
        this.neo4j = neo4j;
        this.clock = clock;
    }

    Map<String, Claim> byId(Collection<String> ids) {
        var claims = new HashMap<String, Claim>();
        read(BY_ID, Map.of("ids", ids)).forEach(claim -> claims.put(claim.id(), claim));
        return claims;
    }

    Optional<Claim> byKey(String key) {
        return read(BY_KEY, Map.of("key", key)).stream().findFirst();
    }

    /** @param usages how many of the places where it is published are read with it, at most */
    Optional<Claim> withUsages(String id, int usages) {
        return read(WITH_USAGES, Map.of("id", id, "usages", usages)).stream().findFirst();
    }

    /** Nobody else writes these claims until the transaction ends. */
    void lock(String... ids) {
        var ordered = new ArrayList<>(List.of(ids));
        ordered.sort(null);
        neo4j.query(LOCK).bind(ordered).to("ids").run();
    }

    void save(String id, Map<String, Object> properties) {
        neo4j.query(SAVE).bindAll(Map.of("id", id, "properties", properties)).run();
    }

    /** Puts content in place with its links. @param stamps by fact; empty before an approval */
    void place(String id, ClaimContent content, Map<String, String> stamps) {
        var properties = new HashMap<String, Object>();
        properties.put("text", content.text());
        properties.put("kind", content.kind().name());
        properties.put("qualifiers", content.qualifiers());
        properties.put("expiresAt", time(content.expiresAt()));
        save(id, properties);
        var links = new ArrayList<Map<String, Object>>();
        for (var factId : content.factIds()) {
            var link = new HashMap<String, Object>();
            link.put("factId", factId);
            link.put("place", links.size());
            link.put("stamp", stamps.get(factId));
            links.add(link);
        }
        neo4j.query(LINK)
                .bindAll(Map.of(
                        "id",
                        id,
                        "ends",
                        Map.of(
                                "links", links,
                                "personas", content.personaIds(),
                                "marketProblems", content.marketProblemIds(),
                                "competitors", content.competitorIds())))
                .run();
        var variants = new ArrayList<Map<String, Object>>();
        for (var variant : content.variants()) {
            var row = new HashMap<String, Object>();
            row.put("text", variant.text());
            row.put("channel", variant.channel());
            row.put("locale", variant.locale());
            row.put("place", variants.size());
            variants.add(row);
        }
        neo4j.query(WORD).bindAll(Map.of("id", id, "variants", variants)).run();
    }

    void stamp(String id, Map<String, String> stamps) {
        neo4j.query(STAMP).bindAll(Map.of("id", id, "stamps", stamps)).run();
    }

    void supersede(String id, String successorId) {
        neo4j.query(SUPERSEDE)
                .bindAll(Map.of("id", id, "successorId", successorId))
                .run();
    }

    /** Whether the chain of successors from the one leads to the other. */
    boolean closes(String id, String successorId) {
        return neo4j.query(CLOSES)
                .bindAll(Map.of("id", id, "successorId", successorId))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(ZoneOffset.UTC);
    }

    private Collection<Claim> read(String cypher, Map<String, Object> parameters) {
        var now = clock.instant();
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Claim.class)
                .mappedBy((types, row) -> Claim.from(row.get("claim"), now))
                .all();
    }
}
