package dev.claimgraph.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The wordings in the graph, beside their claims: what the indexes of words and of meanings hold. */
@Component
class WordingRepository {

    /** The model of a wording that has no vector yet. */
    private static final String NONE = "none";

    private static final String REPLACE = """
        CALL (said) {
          MATCH (said)<-[:WORDS]-(old:Wording)
          DETACH DELETE old
        }
        UNWIND row.wordings AS wording
        CREATE (said)<-[:WORDS]-(w:Wording)
        SET w = wording.properties
        WITH w, wording.vector AS vector WHERE vector IS NOT NULL
        CALL db.create.setNodeVectorProperty(w, 'vector', vector)
        """;

    private static final String OF_CLAIMS = "UNWIND $rows AS row MATCH (said:Claim {id: row.id})\n" + REPLACE;
    private static final String OF_FACTS = "UNWIND $rows AS row MATCH (said:Fact {id: row.id})\n" + REPLACE;
    private static final String OF_SUBJECTS = "UNWIND $rows AS row MATCH (said:Subject {id: row.id})\n" + REPLACE;

    private static final String RENAME = """
        MATCH (:MarketProblem {id: $problemId})<-[:ADDRESSES]-(c:Claim)<-[:WORDS]-(w:Wording {kind: 'CONTEXT'})
        WITH c, w, COLLECT { MATCH (c)-[:ADDRESSES]->(p:MarketProblem)
          RETURN CASE p.id WHEN $problemId THEN $name ELSE p.name END ORDER BY p.id } AS names
        SET w.text = reduce(text = c.text, name IN names | text + ' ' + name + '.'), w.print = '', w.model = $none
        """;

    private static final String OTHERS = """
        MATCH (w:Wording) WHERE w.model < $model OR w.model > $model
        RETURN DISTINCT w.model AS model ORDER BY model
        """;

    private static final String BEHIND = """
        MATCH (w:Wording) WHERE w.model < $model OR w.model > $model
        RETURN elementId(w) AS id, w.text AS text LIMIT $limit
        """;

    /** What was rewritten meanwhile has its vector already, or is another node by now. */
    private static final String EMBED = """
        UNWIND $rows AS row
        MATCH (w:Wording) WHERE elementId(w) = row.id AND w.text = row.text
        SET w.model = $model, w.print = row.print
        WITH w, row WHERE row.vector IS NOT NULL
        CALL db.create.setNodeVectorProperty(w, 'vector', row.vector)
        """;

    private static final String COUNT = """
        MATCH (w:Wording) WHERE w.model > ''
        RETURN count(w) AS wordings, sum(CASE WHEN w.model = $model THEN 1 ELSE 0 END) AS embedded
        """;

    private final Neo4jClient neo4j;

    WordingRepository(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    /**
     * @param said by claim
     * @param vectors by text, of those that have one
     */
    void replaceOfClaims(Map<String, List<Wording>> said, String model, Map<String, float[]> vectors) {
        neo4j.query(OF_CLAIMS).bindAll(rows(said, model, vectors)).run();
    }

    /**
     * @param said by fact
     * @param vectors by text, of those that have one
     */
    void replaceOfFacts(Map<String, List<Wording>> said, String model, Map<String, float[]> vectors) {
        neo4j.query(OF_FACTS).bindAll(rows(said, model, vectors)).run();
    }

    /**
     * @param said by subject
     * @param vectors by text, of those that have one
     */
    void replaceOfSubjects(Map<String, List<Wording>> said, String model, Map<String, float[]> vectors) {
        neo4j.query(OF_SUBJECTS).bindAll(rows(said, model, vectors)).run();
    }

    /** Writes anew, for the embedder, what has the name of a market problem in it. */
    void rename(String problemId, String name) {
        neo4j.query(RENAME)
                .bindAll(Map.of("problemId", problemId, "name", name, "none", NONE))
                .run();
    }

    /** The models other than this one whose vectors are still there. */
    List<String> otherModels(String model) {
        return neo4j.query(OTHERS).bind(model).to("model").fetchAs(String.class).all().stream()
                .filter(other -> !other.equals(NONE))
                .toList();
    }

    /** Some that have no vector of this model. */
    List<Behind> behind(String model, int limit) {
        return List.copyOf(neo4j.query(BEHIND)
                .bindAll(Map.of("model", model, "limit", limit))
                .fetchAs(Behind.class)
                .mappedBy((types, row) ->
                        new Behind(row.get("id").asString(), row.get("text").asString()))
                .all());
    }

    /** Whatever says nothing stays without a vector, and is no longer behind. */
    void embed(Collection<Behind> wordings, String model, Map<String, float[]> vectors) {
        var rows = wordings.stream()
                .map(wording -> {
                    var row = new HashMap<String, Object>();
                    row.put("id", wording.id());
                    row.put("text", wording.text());
                    row.put("print", Words.print(wording.text()));
                    row.put("vector", vectors.get(wording.text()));
                    return row;
                })
                .toList();
        neo4j.query(EMBED).bindAll(Map.of("rows", rows, "model", model)).run();
    }

    Progress progress(String model) {
        return neo4j.query(COUNT)
                .bind(model)
                .to("model")
                .fetchAs(Progress.class)
                .mappedBy((types, row) -> new Progress(
                        row.get("wordings").asLong(), row.get("embedded").asLong()))
                .one()
                .orElseThrow();
    }

    private static Map<String, Object> rows(
            Map<String, List<Wording>> said, String model, Map<String, float[]> vectors) {
        var rows = said.entrySet().stream()
                .map(entry -> Map.of(
                        "id",
                        entry.getKey(),
                        "wordings",
                        entry.getValue().stream()
                                .map(wording -> row(wording, model, vectors))
                                .toList()))
                .toList();
        return Map.of("rows", rows);
    }

    private static Map<String, Object> row(Wording wording, String model, Map<String, float[]> vectors) {
        var properties = new HashMap<String, Object>();
        properties.put("kind", wording.kind().name());
        properties.put("text", wording.text());
        if (wording.kind().foundByWords) {
            properties.put(wording.kind().ofClaim ? "said" : "words", wording.text());
        }
        properties.put("print", Words.print(wording.text()));
        var row = new HashMap<String, Object>();
        row.put("properties", properties);
        if (wording.kind().embedded) {
            var vector = vectors.get(wording.text());
            properties.put("model", vector == null ? NONE : model);
            row.put("vector", vector);
        }
        return row;
    }

    /** A wording that has no vector of the present model. */
    record Behind(String id, String text) {}

    /** How many wordings have a meaning, and how many have it by the present model. */
    record Progress(long wordings, long embedded) {}
}
