package dev.claimgraph.fact;

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

/** The facts in the graph: what the door reads and writes of them. */
@Component
class FactRepository {

    private static final String BY_ID =
            "UNWIND $ids AS id MATCH (f:Fact {id: id}) RETURN " + Fact.PROJECTION + " AS fact";

    private static final String BY_KEY = "MATCH (f:Fact {key: $key}) RETURN " + Fact.PROJECTION + " AS fact";

    private static final String ABOUT =
            "MATCH (:Subject {id: $subjectId})<-[:ABOUT]-(f:Fact) RETURN " + Fact.PROJECTION + " AS fact ORDER BY f.id";

    private static final String CREATE = """
        MATCH (s:Subject {id: $subjectId})
        CREATE (s)<-[:ABOUT]-(f:Fact)
        SET f = $properties
        """;

    private static final String DEPEND = """
        MATCH (f:Fact {id: $id})-[:ABOUT]->(s:Subject)
        OPTIONAL MATCH (f)-[old:DEPENDS_ON]->()
        DELETE old
        WITH DISTINCT f, s
        MATCH (s)-[:HAS_ATTRIBUTE]->(a:Attribute) WHERE a.name IN $names
        CREATE (f)-[:DEPENDS_ON]->(a)
        """;

    private static final String UPDATE = """
        UNWIND $rows AS row
        MATCH (f:Fact {id: row.id})
        SET f += row.properties
        """;

    private static final String DECIDE = """
        MATCH (f:Fact {id: $id})
        MATCH (r:Revision {id: $revision})
        MATCH (person:Person {id: $by})
        CREATE (f)<-[:OF]-(v:Verification)-[:AT]->(r), (v)-[:BY]->(person)
        SET v = $verification
        """;

    private static final String BACK = """
        MATCH (f:Fact {id: $id})
        UNWIND $evidence AS piece
        CREATE (f)-[:BACKED_BY]->(e:Evidence)
        SET e = piece
        """;

    private final Neo4jClient neo4j;
    private final Clock clock;

    FactRepository(Neo4jClient neo4j, Clock clock) {
        this.neo4j = neo4j;
        this.clock = clock;
    }

    Map<String, Fact> byId(Collection<String> ids) {
        var facts = new HashMap<String, Fact>();
        read(BY_ID, "ids", ids).forEach(fact -> facts.put(fact.id(), fact));
        return facts;
    }

    Optional<Fact> byKey(String key) {
        return read(BY_KEY, "key", key).stream().findFirst();
    }

    Collection<Fact> about(String subjectId) {
        return read(ABOUT, "subjectId", subjectId);
    }

    void create(String subjectId, Map<String, Object> properties) {
        neo4j.query(CREATE)
                .bindAll(Map.of("subjectId", subjectId, "properties", properties))
                .run();
    }

    void depend(String id, Collection<String> names) {
        neo4j.query(DEPEND).bindAll(Map.of("id", id, "names", names)).run();
    }

    void update(Map<String, Map<String, Object>> properties) {
        if (properties.isEmpty()) {
            return;
        }
        var rows = properties.entrySet().stream()
                .map(entry -> Map.of("id", entry.getKey(), "properties", entry.getValue()))
                .toList();
        neo4j.query(UPDATE).bind(rows).to("rows").run();
    }

    void decide(String factId, String revisionId, String personId, Map<String, Object> verification) {
        neo4j.query(DECIDE)
                .bindAll(Map.of("id", factId, "revision", revisionId, "by", personId, "verification", verification))
                .run();
    }

    void back(String factId, List<Evidence> evidence, int from) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var piece : evidence) {
            var row = piece.properties();
            row.put("number", from + rows.size());
            rows.add(row);
        }
        neo4j.query(BACK).bindAll(Map.of("id", factId, "evidence", rows)).run();
    }

    static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(ZoneOffset.UTC);
    }

    private Collection<Fact> read(String cypher, String parameter, Object value) {
        var now = clock.instant();
        return neo4j.query(cypher)
                .bind(value)
                .to(parameter)
                .fetchAs(Fact.class)
                .mappedBy((types, row) -> Fact.from(row.get("fact"), now))
                .all();
    }
}
