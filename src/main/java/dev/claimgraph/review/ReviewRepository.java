package dev.claimgraph.review;

import dev.claimgraph.shared.Json;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The reviews in the graph. Whoever writes one holds its claim's lock. */
@Component
class ReviewRepository {

    private static final String BY_ID =
            "UNWIND $ids AS id MATCH (r:Review {id: id}) RETURN " + Review.PROJECTION + " AS review";

    private static final String OPEN =
            "MATCH (r:Review {openFor: $claimId}) RETURN " + Review.PROJECTION + " AS review";

    private static final String LAST = """
        UNWIND $claimIds AS claimId
        CALL (claimId) {
          MATCH (r:Review {claimId: claimId}) WHERE r.id IS NOT NULL
          RETURN r ORDER BY r.claimId DESC, r.id DESC LIMIT 1
        }
        RETURN\s\
        """ + Review.PROJECTION + " AS review";

    private static final String CLAIM_OF =
            "MATCH (finding:Finding {id: $findingId})-[:IN]->(r:Review) RETURN r.claimId AS claimId";

    private static final String SAVE = """
        MERGE (r:Review {id: $id})
        SET r += $properties
        WITH r
        CALL (r) {
          MATCH (c:Claim {id: r.claimId})
          MERGE (r)-[:REVIEWS]->(c)
        }
        CALL (r) {
          UNWIND $findings AS row
          MERGE (finding:Finding {id: row.id})
          SET finding = row
          MERGE (finding)-[:IN]->(r)
          WITH finding, row ORDER BY row.factId
          MATCH (f:Fact {id: row.factId})
          MERGE (finding)-[:NAMES]->(f)
        }
        """;

    private final Neo4jClient neo4j;

    ReviewRepository(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    Map<String, Review> byId(Collection<String> ids) {
        var reviews = new HashMap<String, Review>();
        read(BY_ID, "ids", ids).forEach(review -> reviews.put(review.id(), review));
        return reviews;
    }

    /** The review of a claim that goes on. */
    Optional<Review> open(String claimId) {
        return read(OPEN, "claimId", claimId).stream().findFirst();
    }

    /** Each claim's last review. */
    Map<String, Review> lastOf(Collection<String> claimIds) {
        var reviews = new HashMap<String, Review>();
        read(LAST, "claimIds", claimIds).forEach(review -> reviews.put(review.claimId(), review));
        return reviews;
    }

    Optional<String> claimOf(String findingId) {
        return neo4j.query(CLAIM_OF)
                .bind(findingId)
                .to("findingId")
                .fetchAs(String.class)
                .one();
    }

    void save(Review review) {
        var properties = new HashMap<String, Object>();
        properties.put("claimId", review.claimId());
        properties.put("openFor", review.isOpen() ? review.claimId() : null);
        properties.put("open", review.isOpen());
        properties.put(
                "outcome",
                review.ended() == null ? null : review.ended().outcome().name());
        properties.put("openedAt", review.openedAt().atZone(ZoneOffset.UTC));
        properties.put("openedBy", review.openedBy());
        properties.put("reviewerId", review.reviewerId());
        properties.put("ended", Json.writeOrNull(review.ended()));
        var findings = review.findings().stream().map(Finding::properties).toList();
        neo4j.query(SAVE)
                .bindAll(Map.of("id", review.id(), "properties", properties, "findings", findings))
                .run();
    }

    private Collection<Review> read(String cypher, String parameter, Object value) {
        return neo4j.query(cypher)
                .bind(value)
                .to(parameter)
                .fetchAs(Review.class)
                .mappedBy((types, row) -> Review.from(row.get("review")))
                .all();
    }
}
