package dev.claimgraph.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Follows claims to those that take their place, in two statements whatever the number and the length of the chains. */
@Component
class Chains {

    private static final String FALLBACKS = """
        UNWIND $ids AS id
        MATCH (c:Claim {id: id})
        RETURN id, COLLECT {
          MATCH path = (c)-[:FALLS_BACK_TO*]->(next:Claim) RETURN next.id ORDER BY length(path) } AS chain
        """;

    private static final String REPLACEMENTS = """
        UNWIND $ids AS id
        MATCH (c:Claim {id: id})
        RETURN id, COLLECT {
          MATCH path = (c)-[:SUPERSEDED_BY*]->(next:Claim) RETURN next.id ORDER BY length(path) } + COLLECT {
          MATCH path = (c)-[:FALLS_BACK_TO*]->(next:Claim) RETURN next.id ORDER BY length(path) } AS chain
        """;

    private final Neo4jClient neo4j;
    private final ClaimRepository claims;

    Chains(Neo4jClient neo4j, ClaimRepository claims) {
        this.neo4j = neo4j;
        this.claims = claims;
    }

    /** The first usable one among the claim's fallbacks. */
    Optional<Claim> fallback(Claim claim) {
        return claim.fallbackId() == null
                ? Optional.empty()
                : Optional.ofNullable(
                        firstUsable(chains(FALLBACKS, List.of(claim.id()))).get(claim.id()));
    }

    /** What to put in the place of each of these claims that is not usable: its successor, else its fallback. */
    Map<String, Claim> replacements(Collection<String> claimIds) {
        var chains = chains(REPLACEMENTS, claimIds);
        chains.replaceAll(
                (id, chain) -> Stream.concat(Stream.of(id), chain.stream()).toList());
        var found = firstUsable(chains);
        found.entrySet()
                .removeIf(entry -> entry.getKey().equals(entry.getValue().id()));
        return found;
    }

    private Map<String, Claim> firstUsable(Map<String, List<String>> chains) {
        var ids = new HashSet<String>();
        chains.values().forEach(ids::addAll);
        var there = claims.byId(ids);
        var found = new HashMap<String, Claim>();
        chains.forEach((id, chain) -> chain.stream()
                .map(there::get)
                .filter(Objects::nonNull)
                .filter(Claim::usable)
                .findFirst()
                .ifPresent(usable -> found.put(id, usable)));
        return found;
    }

    private Map<String, List<String>> chains(String cypher, Collection<String> ids) {
        var chains = new HashMap<String, List<String>>();
        neo4j.query(cypher)
                .bind(ids)
                .to("ids")
                .fetchAs(Boolean.class)
                .<Boolean>mappedBy((types, row) -> {
                    chains.put(row.get("id").asString(), row.get("chain").asList(Value::asString));
                    return true;
                })
                .all();
        return chains;
    }
}
