package dev.claimgraph.search;

import dev.claimgraph.search.Wording.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.Value;
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
        CALL db.index.fulltext.queryNodes('wordings', $query, {limit: $limit}) YIELD node AS w, score
        """ + CLAIMS;

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

    Indexes(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    List<Hit> byWords(String lucene, int limit) {
        return lucene.isEmpty() ? List.of() : best(BY_WORDS, Map.of("query", lucene, "limit", limit));
    }

    /**
     * What is near a vector, among those of the same model.
     *
     * @param limit of all wordings
     * @param around of facts and of subjects among them, each of which leads to many claims
     */
    List<Hit> byMeaning(float[] vector, String model, int limit, int around) {
        return best(BY_MEANING, Map.of("vector", vector, "model", model, "limit", limit, "around", around));
    }

    /** Claims whose keys begin so, in the order of the keys. */
    List<Hit> byKey(String key) {
        return read(BY_KEY, Map.of("key", key)).toList();
    }

    private List<Hit> best(String cypher, Map<String, Object> parameters) {
        return read(cypher, parameters).sorted(Hit.BEST).toList();
    }

    private Stream<Hit> read(String cypher, Map<String, Object> parameters) {
        return neo4j
                .query(cypher)
                .bindAll(parameters)
                .fetchAs(Entry.class)
                .mappedBy((types, row) -> new Entry(
                        Kind.valueOf(row.get("kind").asString()),
                        row.get("text").asString(),
                        row.get("score").asDouble(),
                        row.get("claimIds").asList(Value::asString)))
                .all()
                .stream()
                .flatMap(Entry::hits);
    }

    /** A wording, and what it leads to. */
    private record Entry(Kind kind, String text, double score, List<String> claimIds) {

        Stream<Hit> hits() {
            return claimIds.stream().map(claimId -> new Hit(claimId, kind, text, score));
        }
    }

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
