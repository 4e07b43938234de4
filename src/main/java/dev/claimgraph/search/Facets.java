package dev.claimgraph.search;

import dev.claimgraph.claim.ClaimLists.Kept;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Counts what was found by each of the things that a filter may ask for. */
@Component
class Facets {

    private static final String COUNT = """
        MATCH (c:Claim) WHERE c.id IN $ids
        WITH collect(c) AS claims
        RETURN
          COLLECT { UNWIND claims AS c MATCH (c)-[:SPEAKS_TO]->(s:Persona)
            WITH s, count(DISTINCT c) AS count ORDER BY count DESC, s.key LIMIT $most
            RETURN {value: s.key, name: s.name, count: count} } AS personas,
          COLLECT { UNWIND claims AS c MATCH (c)-[:ADDRESSES]->(s:MarketProblem)
            WITH s, count(DISTINCT c) AS count ORDER BY count DESC, s.key LIMIT $most
            RETURN {value: s.key, name: s.name, count: count} } AS marketProblems,
          COLLECT { UNWIND claims AS c MATCH (c)-[:COMPARES_WITH]->(s:Competitor)
            WITH s, count(DISTINCT c) AS count ORDER BY count DESC, s.key LIMIT $most
            RETURN {value: s.key, name: s.name, count: count} } AS competitors,
          COLLECT { UNWIND claims AS c MATCH (c)-[:SUBSTANTIATED_BY]->(:Fact)-[:ABOUT]->(s:Feature)
            WITH s, count(DISTINCT c) AS count ORDER BY count DESC, s.key LIMIT $most
            RETURN {value: s.key, name: s.name, count: count} } AS features,
          COLLECT { UNWIND claims AS c
            MATCH (c)-[:SUBSTANTIATED_BY]->(:Fact)-[:ABOUT]->(:Feature)-[:PART_OF]->(p:Product)
            WITH p, count(DISTINCT c) AS count ORDER BY count DESC, p.key LIMIT $most
            RETURN {value: p.key, name: p.name, count: count} } AS products,
          COLLECT { UNWIND claims AS c MATCH (c)-[:WORDED_AS]->(v:Variant) WHERE v.channel IS NOT NULL
            WITH v.channel AS channel, count(DISTINCT c) AS count ORDER BY count DESC, channel LIMIT $most
            RETURN {value: channel, name: channel, count: count} } AS channels,
          COLLECT { UNWIND claims AS c MATCH (c)-[:WORDED_AS]->(v:Variant) WHERE v.locale IS NOT NULL
            WITH v.locale AS locale, count(DISTINCT c) AS count ORDER BY count DESC, locale LIMIT $most
            RETURN {value: locale, name: locale, count: count} } AS locales,
          COLLECT { UNWIND claims AS c MATCH (c)-[:SUBSTANTIATED_BY]->(f:Fact)
            WITH f.ownerId AS id, count(DISTINCT c) AS count ORDER BY count DESC, id LIMIT $most
            OPTIONAL MATCH (person:Person {id: id})
            OPTIONAL MATCH (team:Team {id: id})
            RETURN {value: id, name: coalesce(person.name, team.name, id), count: count} } AS owners
        """;

    private static final int MOST = 50;

    private final Neo4jClient neo4j;

    Facets(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    Counted of(Collection<Kept> claims) {
        var ids = claims.stream().map(Kept::id).toList();
        return neo4j.query(COUNT)
                .bindAll(Map.of("ids", ids, "most", MOST))
                .fetchAs(Counted.class)
                .mappedBy((types, row) -> new Counted(
                        facets(row.get("personas")),
                        facets(row.get("marketProblems")),
                        facets(row.get("competitors")),
                        facets(row.get("features")),
                        facets(row.get("products")),
                        facets(row.get("channels")),
                        facets(row.get("locales")),
                        facets(row.get("owners")),
                        counted(claims, Kept::kind),
                        counted(claims, Kept::standing)))
                .one()
                .orElseThrow();
    }

    private static List<Facet> facets(Value rows) {
        return rows.asList(row -> new Facet(
                row.get("value").asString(),
                row.get("name").asString(),
                row.get("count").asLong()));
    }

    private static List<Facet> counted(Collection<Kept> claims, Function<Kept, Enum<?>> by) {
        return claims.stream().collect(Collectors.groupingBy(by, Collectors.counting())).entrySet().stream()
                .map(entry -> new Facet(entry.getKey().name(), entry.getKey().name(), entry.getValue()))
                .sorted(Comparator.comparingLong(Facet::count).reversed().thenComparing(Facet::value))
                .toList();
    }

    /**
     * How many of the claims found have something in common.
     *
     * @param value what a filter takes
     */
    record Facet(String value, String name, long count) {}

    /** The facets, each with the most frequent values first. */
    record Counted(
            List<Facet> personas,
            List<Facet> marketProblems,
            List<Facet> competitors,
            List<Facet> features,
            List<Facet> products,
            List<Facet> channels,
            List<Facet> locales,
            List<Facet> owners,
            List<Facet> kinds,
            List<Facet> standings) {}
}
