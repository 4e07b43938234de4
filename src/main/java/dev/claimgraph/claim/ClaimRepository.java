package dev.claimgraph.claim;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The claims in the graph: what the door reads and writes of them. */
@Component
class ClaimRepository {

    private static final String BY_ID =
            "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN " + Claim.PROJECTION + " AS claim";

    private static final String WITH_USAGES =
            "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN " + Claim.WITH_USAGES + " AS claim";

    private static final String BY_KEY =
            "UNWIND $keys AS key MATCH (c:Claim {key: key}) RETURN " + Claim.PROJECTION + " AS claim";

    /** In the order of their ids, so that two writers never wait for each other. */
    private static final String LOCKED = """
        UNWIND $ids AS id
        MATCH (c:Claim {id: id})
        SET c.locked = true
        WITH c
        RETURN\s\
        """ + Claim.PROJECTION + " AS claim";

    /** Links the claim {@code c} to all that its {@code content} names. */
    private static final String RELATE = """
        CALL (c, content) {
          UNWIND content.links AS link
          MATCH (f:Fact {id: link.factId})
          CREATE (c)-[:SUBSTANTIATED_BY {place: link.place}]->(f)
        }
        CALL (c, content) {
          UNWIND content.personas AS id
          MATCH (s:Persona {id: id})
          CREATE (c)-[:SPEAKS_TO]->(s)
        }
        CALL (c, content) {
          UNWIND content.marketProblems AS id
          MATCH (s:MarketProblem {id: id})
          CREATE (c)-[:ADDRESSES]->(s)
        }
        CALL (c, content) {
          MATCH (c)-[:SPEAKS_TO]->(persona:Persona) WHERE content IS NOT NULL
          MATCH (c)-[:ADDRESSES]->(problem:MarketProblem)
          CREATE (c)-[:IS_FOR {audience: persona.key + '/' + problem.key, claimId: c.id, status: c.status}]->(problem)
        }
        CALL (c, content) {
          UNWIND content.competitors AS id
          MATCH (s:Competitor {id: id})
          CREATE (c)-[:COMPARES_WITH]->(s)
        }
        CALL (c, content) {
          UNWIND content.variants AS variant
          CREATE (c)-[:WORDED_AS]->(v:Variant)
          SET v = variant
        }
        """;

    private static final String CREATE = """
        UNWIND $rows AS row
        CREATE (c:Claim)
        SET c = row.properties
        WITH c, row.content AS content
        """ + RELATE + """
        WITH c
        RETURN\s\
        """ + Claim.PROJECTION + " AS claim";

    /**
     * Whatever is written, so that it is planned once; only what has new content is linked anew. The live usages of a claim that
     * becomes APPROVED, stops being it or stands on other facts come to be counted with those facts, or no longer are. Facts that it
     * stands on no more are remembered, for those who look back.
     */
    private static final String SAVE = """
        MATCH (c:Claim {id: $id})
        WITH c, CASE WHEN c.status = 'APPROVED'
          THEN COLLECT { MATCH (c)-[:SUBSTANTIATED_BY]->(f:Fact) RETURN f.id } ELSE [] END AS before
        SET c += $properties
        WITH c, before
        CALL (c) {
          MATCH (c)-[:SUBSTANTIATED_BY]->(f:Fact)
          WHERE $content IS NOT NULL AND NOT f.id IN [link IN $content.links | link.factId]
          MERGE (c)-[:STOOD_ON]->(f)
        }
        CALL (c) {
          MATCH (c)-[old:SUBSTANTIATED_BY|SPEAKS_TO|ADDRESSES|IS_FOR|COMPARES_WITH]->() WHERE $content IS NOT NULL
          DELETE old
        }
        CALL (c) {
          MATCH (c)-[:WORDED_AS]->(old:Variant) WHERE $content IS NOT NULL
          DETACH DELETE old
        }
        WITH c, before, $content AS content
        """ + RELATE + """
        CALL (c) {
          MATCH (c)-[link:SUBSTANTIATED_BY]->(f:Fact) WHERE $stamps[f.id] IS NOT NULL
          SET link.stamp = $stamps[f.id]
        }
        CALL (c) {
          MATCH (c)-[a:IS_FOR]->() WHERE coalesce(a.status, '') <> c.status
          SET a.claimId = c.id, a.status = c.status
        }
        WITH c, before, CASE WHEN c.status = 'APPROVED'
          THEN COLLECT { MATCH (c)-[:SUBSTANTIATED_BY]->(f:Fact) RETURN f.id } ELSE [] END AS after
        CALL (c, before, after) {
          WITH c WHERE c.liveUsages > 0
          UNWIND [id IN before WHERE NOT id IN after | {id: id, live: -c.liveUsages}]
            + [id IN after WHERE NOT id IN before | {id: id, live: c.liveUsages}] AS moved
          WITH moved ORDER BY moved.id
          MATCH (f:Fact {id: moved.id})
          SET f.liveUsages = f.liveUsages + moved.live
        }
        WITH c
        RETURN\s\
        """ + Claim.PROJECTION + " AS claim";

    private static final String SUPERSEDE = """
        MATCH (c:Claim {id: $id}), (successor:Claim {id: $successorId})
        CREATE (c)-[:SUPERSEDED_BY]->(successor)
        """;

    private static final String CLOSES = """
        MATCH (successor:Claim {id: $successorId})
        RETURN EXISTS { (successor)-[:SUPERSEDED_BY*0..]->(:Claim {id: $id}) } AS closes
        """;

    private static final String FALL_BACK = """
        MATCH (c:Claim {id: $id})
        SET c.fallbackId = $fallbackId, c.updatedAt = $at
        WITH c
        CALL (c) {
          OPTIONAL MATCH (c)-[old:FALLS_BACK_TO]->()
          DELETE old
          WITH DISTINCT c
          MATCH (fallback:Claim {id: c.fallbackId})
          CREATE (c)-[:FALLS_BACK_TO]->(fallback)
        }
        WITH c
        RETURN\s\
        """ + Claim.PROJECTION + " AS claim";

    /**
     * The longest chain that would lead through the two: all that come before the one, and all from the other on. None is longer than
     * {@link Fallbacks} lets it become.
     */
    private static final String CHAINED = """
        MATCH (c:Claim {id: $id})
        MATCH (fallback:Claim {id: $fallbackId})
        WITH c, COLLECT { MATCH (fallback)-[:FALLS_BACK_TO*0..10]->(next:Claim) RETURN next.id } AS onward
        RETURN $id IN onward AS closes,
          COLLECT { MATCH path = (c)<-[:FALLS_BACK_TO*0..10]-(:Claim) RETURN length(path)
            ORDER BY length(path) DESC LIMIT 1 }[0]
          + size(onward) AS length
        """;

    private final Neo4jClient neo4j;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimRepository(Neo4jClient neo4j, ApplicationEventPublisher events, Clock clock) {
        this.neo4j = neo4j;
        this.events = events;
        this.clock = clock;
    }

    Map<String, Claim> byId(Collection<String> ids) {
        return byTheirIds(BY_ID, Map.of("ids", ids));
    }

    Optional<Claim> byKey(String key) {
        return Optional.ofNullable(byKeys(List.of(key)).get(key));
    }

    Map<String, Claim> byKeys(Collection<String> keys) {
        var claims = new HashMap<String, Claim>();
        if (!keys.isEmpty()) {
            read(BY_KEY, Map.of("keys", keys)).forEach(claim -> claims.put(String.valueOf(claim.key()), claim));
        }
        return claims;
    }

    /** @param usages how many of the places where each is published are read with it, at most */
    Map<String, Claim> withUsages(Collection<String> ids, int usages) {
        return byTheirIds(WITH_USAGES, Map.of("ids", ids, "usages", usages));
    }

    /** The claims as the last writer left them; nobody else writes them until the transaction ends. */
    Map<String, Claim> locked(String... ids) {
        return byTheirIds(
                LOCKED, Map.of("ids", Stream.of(ids).distinct().sorted().toList()));
    }

    private Map<String, Claim> byTheirIds(String cypher, Map<String, Object> parameters) {
        var claims = new HashMap<String, Claim>();
        read(cypher, parameters).forEach(claim -> claims.put(claim.id(), claim));
        return claims;
    }

    Claim save(String id, Map<String, Object> properties) {
        return save(id, properties, null, Map.of());
    }

    /** Writes new claims, and gives them as they then are, in their order. */
    List<Claim> create(List<NewClaim> claims) {
        var rows = claims.stream()
                .map(claim -> {
                    var properties = new HashMap<>(claim.properties());
                    properties.put("id", claim.id());
                    properties.put("liveUsages", 0);
                    properties.putAll(said(claim.content()));
                    return Map.of("properties", properties, "content", related(claim.content()));
                })
                .toList();
        var created = List.copyOf(read(CREATE, Map.of("rows", rows)));
        events.publishEvent(new ClaimsWorded(created));
        return created;
    }

    /**
     * Writes a claim, and gives it as it then is.
     *
     * @param content what is put in place with its links; null for what is there already
     * @param stamps by fact, of the links to stamp
     */
    Claim save(String id, Map<String, Object> properties, @Nullable ClaimContent content, Map<String, String> stamps) {
        var set = new HashMap<>(properties);
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("properties", set);
        parameters.put("stamps", stamps);
        parameters.put("content", null);
        if (content != null) {
            set.putAll(said(content));
            parameters.put("content", related(content));
        }
        var saved = read(SAVE, parameters).iterator().next();
        if (content != null) {
            events.publishEvent(new ClaimsWorded(List.of(saved)));
        }
        return saved;
    }

    private static Map<String, Object> said(ClaimContent content) {
        var properties = new HashMap<String, Object>();
        properties.put("text", content.text());
        properties.put("kind", content.kind().name());
        properties.put("qualifiers", content.qualifiers());
        properties.put("expiresAt", time(content.expiresAt()));
        return properties;
    }

    private static Map<String, Object> related(ClaimContent content) {
        var links = new ArrayList<Map<String, Object>>();
        for (var factId : content.factIds()) {
            links.add(Map.of("factId", factId, "place", links.size()));
        }
        var variants = new ArrayList<Map<String, Object>>();
        for (var variant : content.variants()) {
            var row = new HashMap<String, Object>();
            row.put("text", variant.text());
            row.put("channel", variant.channel());
            row.put("locale", variant.locale());
            row.put("place", variants.size());
            variants.add(row);
        }
        return Map.of(
                "links", links,
                "personas", content.personaIds(),
                "marketProblems", content.marketProblemIds(),
                "competitors", content.competitorIds(),
                "variants", variants);
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

    Claim fallBack(String id, @Nullable String fallbackId, Instant at) {
        var parameters = new HashMap<String, Object>(Map.of("id", id, "at", Objects.requireNonNull(time(at))));
        parameters.put("fallbackId", fallbackId);
        return read(FALL_BACK, parameters).iterator().next();
    }

    /** What the chain of fallbacks would be, did the one fall back to the other. */
    Chained chained(String id, String fallbackId) {
        return neo4j.query(CHAINED)
                .bindAll(Map.of("id", id, "fallbackId", fallbackId))
                .fetchAs(Chained.class)
                .mappedBy((types, row) -> new Chained(
                        row.get("closes").asBoolean(), row.get("length").asInt()))
                .one()
                .orElseThrow();
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

    /** A claim that is not there yet. @param properties those that are not of its content */
    record NewClaim(String id, ClaimContent content, Map<String, Object> properties) {}

    /**
     * A chain of fallbacks.
     *
     * @param length how often one claim falls back to the next
     */
    record Chained(boolean closes, int length) {}
}
