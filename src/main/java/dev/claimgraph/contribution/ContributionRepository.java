package dev.claimgraph.contribution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The contributions in the graph: what the doors read and write of them. */
@Component
class ContributionRepository {

    private static final String BY_ID =
            "UNWIND $ids AS id MATCH (c:Contribution {id: id}) RETURN id, c AS contribution";

    private static final String LOCKED = """
        MATCH (c:Contribution {id: $id})
        SET c.locked = true
        WITH c
        RETURN c AS contribution
        """;

    private static final String OFFER = "CREATE (c:Contribution) SET c = $properties";

    private static final String DECIDE = """
        MATCH (c:Contribution {id: $id})
        SET c += $properties
        WITH c
        CALL () {
          MATCH (thing:Fact {id: $properties.becameId}) RETURN thing
          UNION
          MATCH (thing:Subject {id: $properties.becameId}) RETURN thing
        }
        CREATE (c)-[:BECAME]->(thing)
        """;

    /** Whoever waited for a lock looks again whether it was decided on. */
    private static final String MOVE = """
        MATCH (c:Contribution {productId: $productId, status: 'OFFERED'})
        SET c.locked = true
        WITH c WHERE properties(c).status = 'OFFERED'
        SET c.areaId = $areaId
        """;

    private static final String OF_FACTS = """
        UNWIND $ids AS id
        MATCH (:Fact {id: id})<-[:BECAME]-(c:Contribution) WHERE c.kind <> 'EVIDENCE'
        RETURN id, c AS contribution
        """;

    private static final String OF_SUBJECTS = """
        UNWIND $ids AS id
        MATCH (:Subject {id: id})<-[:BECAME]-(c:Contribution)
        RETURN id, c AS contribution
        """;

    private final Neo4jClient neo4j;

    ContributionRepository(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    Map<String, Contribution> byId(Collection<String> ids) {
        return read(BY_ID, ids);
    }

    /** As the last writer left it; nobody else decides on it until the transaction ends. */
    Optional<Contribution> locked(String id) {
        return neo4j.query(LOCKED)
                .bind(id)
                .to("id")
                .fetchAs(Contribution.class)
                .mappedBy((types, row) -> contribution(row))
                .one();
    }

    void offer(Contribution contribution) {
        neo4j.query(OFFER).bind(contribution.properties()).to("properties").run();
    }

    void decide(Contribution contribution) {
        neo4j.query(DECIDE)
                .bindAll(Map.of("id", contribution.id(), "properties", contribution.properties()))
                .run();
    }

    /** What waits for a decision about a product's features waits in this area from now on. */
    void move(String productId, String areaId) {
        neo4j.query(MOVE)
                .bindAll(Map.of("productId", productId, "areaId", areaId))
                .run();
    }

    /** What each of these facts was recorded from, where it was contributed. */
    Map<String, Contribution> ofFacts(Collection<String> factIds) {
        return read(OF_FACTS, factIds);
    }

    /** What each of these subjects was created from, where it was contributed. */
    Map<String, Contribution> ofSubjects(Collection<String> subjectIds) {
        return read(OF_SUBJECTS, subjectIds);
    }

    private Map<String, Contribution> read(String cypher, Collection<String> ids) {
        var found = new HashMap<String, Contribution>();
        neo4j.query(cypher)
                .bind(ids)
                .to("ids")
                .fetchAs(Contribution.class)
                .mappedBy((types, row) -> {
                    var contribution = contribution(row);
                    found.put(row.get("id").asString(), contribution);
                    return contribution;
                })
                .all();
        return found;
    }

    private static Contribution contribution(Record row) {
        return Contribution.from(row.get("contribution"));
    }
}
