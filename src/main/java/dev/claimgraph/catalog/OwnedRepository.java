package dev.claimgraph.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** All that one owner answers for in the graph, however much it is: read and given away by a statement each. */
@Component
class OwnedRepository {

    private static final String LOCKED_PRODUCTS = """
        MATCH (p:Product {ownerId: $ownerId})
        WITH p ORDER BY p.id
        SET p.locked = true
        WITH p
        RETURN p AS product
        """;

    private static final String LOCKED_SUBJECTS =
            """
                CALL () {
                  MATCH (s:Subject {ownerId: $ownerId}) RETURN s
                  UNION
                  MATCH (:Product {ownerId: $ownerId})<-[:PART_OF]-(s:Subject) WHERE s.ownerId IS NULL RETURN s
                  UNION
                  MATCH (s:Subject {createdBy: $ownerId}) WHERE s.ownerId IS NULL AND s.productId IS NULL RETURN s
                }
                WITH s ORDER BY s.id
                """ + Subject.LOCK + "WITH s RETURN " + Subject.PROJECTION + " AS subject";

    private static final String GIVE_PRODUCTS = """
        UNWIND $ids AS id
        MATCH (p:Product {id: id})
        SET p.ownerId = $ownerId, p.version = p.version + 1
        """;

    private static final String GIVE_SUBJECTS = """
        UNWIND $ids AS id
        MATCH (s:Subject {id: id})
        SET s.ownerId = $ownerId
        """;

    private final Neo4jClient neo4j;

    OwnedRepository(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    /** Whoever waited for a lock looks again whose it is. */
    List<Product> lockedProducts(String ownerId) {
        return neo4j
                .query(LOCKED_PRODUCTS)
                .bind(ownerId)
                .to("ownerId")
                .fetchAs(Product.class)
                .mappedBy((types, row) -> Product.from(row.get("product")))
                .all()
                .stream()
                .filter(product -> product.ownerId().equals(ownerId))
                .toList();
    }

    /** Those that follow their product among them. Whoever waited for a lock looks again whose it is. */
    List<Subject> lockedSubjects(String ownerId) {
        return neo4j
                .query(LOCKED_SUBJECTS)
                .bind(ownerId)
                .to("ownerId")
                .fetchAs(Subject.class)
                .mappedBy((types, row) -> Subject.from(row.get("subject")))
                .all()
                .stream()
                .filter(subject -> ownerId.equals(subject.ownerId()))
                .toList();
    }

    void giveProducts(Collection<String> ids, String ownerId) {
        neo4j.query(GIVE_PRODUCTS)
                .bindAll(Map.of("ids", ids, "ownerId", ownerId))
                .run();
    }

    void giveSubjects(Collection<String> ids, String ownerId) {
        neo4j.query(GIVE_SUBJECTS)
                .bindAll(Map.of("ids", ids, "ownerId", ownerId))
                .run();
    }
}
