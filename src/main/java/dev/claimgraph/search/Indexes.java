package dev.claimgraph.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.claimgraph.graph.Together;
import dev.claimgraph.search.Wording.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Reads the indexes: the claims that the best so many wordings lead to, by their words and by their meaning. */
@Component
class Indexes {

    /** Of what stands on one fact or is about one subject, fifty claims at most. */
    private static final String CLAIMS = """
        RETURN w.kind AS kind, w.text AS text, score, CASE
          WHEN w.kind = 'FACT' THEN COLLECT {
            MATCH (w)-[:WORDS]->(:Fact)<-[:SUBSTANTIATED_BY]-(c:Claim)
            RETURN c.id LIMIT 50 }
          WHEN w.kind IN ['NAME', 'SUMMARY'] THEN COLLECT {
            MATCH (w)-[:WORDS]->(:Subject)<-[:SPEAKS_TO|ADDRESSES|COMPARES_WITH]-(c:Claim)
            RETURN c.id LIMIT 50
            UNION
            MATCH (w)-[:WORDS]->(:Subject)<-[:ABOUT]-(:Fact)<-[:SUBSTANTIATED_BY]-(c:Claim)
            RETURN c.id LIMIT 50 }
          ELSE [(w)-[:WORDS]->(c:Claim) | c.id]
        END AS claimIds
        """;

    private static final String BY_WORDS = """
        UNWIND range(0, size($queries) - 1) AS place
        CALL db.index.fulltext.queryNodes('wordings', $queries[place], {limit: $limit}) YIELD node AS w, score
        """ + CLAIMS + ", place";

    private static final String BY_MEANING = """
        CYPHER 25
        MATCH (w:Wording)
          SEARCH w IN (VECTOR INDEX meanings FOR $vector WHERE w.model = $model LIMIT $limit) SCORE AS score
        WITH w, score, w.kind IN ['CLAIM', 'CONTEXT'] AS isOfClaim ORDER BY score DESC
        WITH isOfClaim, collect({w: w, score: score}) AS found
        UNWIND CASE WHEN isOfClaim THEN found ELSE found[..$around] END AS near
        WITH near.w AS w, near.score AS score
        """ + CLAIMS;

    private static final String BY_KEY = """
        MATCH (c:Claim) WHERE c.key STARTS WITH $key
        RETURN [c.id] AS claimIds, 'CLAIM' AS kind, c.text AS text, 1.0 / size(c.key) AS score
        ORDER BY c.key LIMIT 10
        """;

    private final Neo4jClient neo4j;
    private final Together<Integer, String, List<Entry>> byWords = new Together<>(this::byWords);

    Indexes(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    List<Hit> byWords(String lucene, int limit) {
        return lucene.isEmpty() ? List.of() : best(byWords.read(limit, lucene).orElse(List.of()).stream());
    }

    private Map<String, List<Entry>> byWords(int limit, List<String> queries) {
        return neo4j
                .query(BY_WORDS)
                .bindAll(Map.of("queries", queries, "limit", limit))
                .fetchAs(Found.class)
                .mappedBy((types, row) -> new Found(row.get("place").asInt(), Entry.from(row)))
                .all()
                .stream()
                .collect(groupingBy(found -> queries.get(found.place), mapping(Found::entry, toList())));
    }

    /**
     * What is near a vector, among those of the same model.
     *
     * @param limit of all wordings
     * @param around of facts and of subjects among them, each of which leads to many claims
     */
    List<Hit> byMeaning(float[] vector, String model, int limit, int around) {
        return best(read(BY_MEANING, Map.of("vector", vector, "model", model, "limit", limit, "around", around)));
    }

    /** Claims whose keys begin so, in the order of the keys. */
    List<Hit> byKey(String key) {
        return read(BY_KEY, Map.of("key", key)).flatMap(Entry::hits).toList();
    }

    private static List<Hit> best(Stream<Entry> entries) {
        return entries.flatMap(Entry::hits).sorted(Hit.BEST).toList();
    }

    private Stream<Entry> read(String cypher, Map<String, Object> parameters) {
        return neo4j
                .query(cypher)
                .bindAll(parameters)
                .fetchAs(Entry.class)
                .mappedBy((types, row) -> Entry.from(row))
                .all()
                .stream();
    }

    /** A wording, and what it leads to. */
    private record Entry(Kind kind, String text, double score, List<String> claimIds) {

        static Entry from(MapAccessor row) {
            return new Entry(
                    Kind.valueOf(row.get("kind").asString()),
                    row.get("text").asString(),
                    row.get("score").asDouble(),
                    row.get("claimIds").asList(Value::asString));
        }

        Stream<Hit> hits() {
            return claimIds.stream().map(claimId -> new Hit(claimId, kind, text, score));
        }
    }

    /** @param place of the query that it was found by */
    private record Found(int place, Entry entry) {}

    /**
     * A claim, by one of its wordings, or of a fact that it stands on, or of what it is about.
     *
     * @param score as its index has it; comparable within one answer only
     */
    record Hit(String claimId, Kind kind, String text, double score) {

        static final Comparator<Hit> BEST = Comparator.comparingDouble(Hit::score)
                .reversed()
                .thenComparing(Hit::claimId)
                .thenComparing(Hit::text);
    }
}
