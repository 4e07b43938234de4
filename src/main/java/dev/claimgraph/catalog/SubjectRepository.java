package dev.claimgraph.catalog;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Json;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The subjects in the graph: what the door reads and writes of them. */
@Component
class SubjectRepository {

    private static final String BY_ID =
            "UNWIND $ids AS id MATCH (s:Subject {id: id}) RETURN " + Subject.PROJECTION + " AS subject";

    private static final String THERE = "UNWIND $ids AS id MATCH (s:Subject {id: id}) RETURN s.id AS id";

    /** In the order of their ids, so that two writers never wait for each other. */
    private static final String LOCKED = "UNWIND $ids AS id MATCH (s:Subject {id: id})\n" + Subject.LOCK
            + "WITH s, s.id AS aggregate RETURN " + Subject.PROJECTION + " AS subject";

    private static final String BY_KEY =
            "MATCH (s:Subject {type: $type, key: $key}) RETURN " + Subject.PROJECTION + " AS subject";

    private static final String IDS_BY_KEY =
            "UNWIND $keys AS key MATCH (s:Subject {type: $type, key: key}) RETURN key, s.id AS id";

    /** Brings the subject {@code s} to its present state, and keeps the revision that led to it. */
    private static final String REVISED = """
        MATCH (person:Person {id: $by})
        SET s += $properties
        CREATE (s)-[:HAS_REVISION]->(revision:Revision)-[:BY]->(person)
        SET revision = $revision
        WITH s
        CALL (s) {
          UNWIND $attributes AS attribute
          MERGE (s)-[:HAS_ATTRIBUTE]->(a:Attribute {name: attribute.name})
          SET a.value = attribute.value
        }
        """;

    private static final String CREATE = """
        CREATE (s:Subject:$($typename))
        SET s = $created
        WITH s
        CALL (s) {
          MATCH (product:Product {id: $created.productId})
          CREATE (s)-[:PART_OF]->(product)
        }
        WITH s
        """ + REVISED;

    private static final String REVISE = """
        MATCH (s:Subject {id: $id})
        CALL () {
          UNWIND $followers AS row
          MATCH (f:Fact {id: row.id})
          SET f += row.properties
        }
        WITH s
        """ + REVISED;

    private static final String REVISE_AND_LOG = REVISE + ChangeLog.APPEND;

    private static final String CHANGE_OWNER = """
        MATCH (s:Subject {id: $id})
        SET s.ownerId = $ownerId
        WITH s
        RETURN\s\
        """ + Subject.PROJECTION + " AS subject";

    private static final String OWNED_THROUGH = """
        MATCH (:Product {id: $productId})<-[:PART_OF]-(s:Subject)
        WHERE s.ownerId IS NULL
        RETURN s.id AS id
        """;

    private static final String LINK = """
        MATCH (s:Subject {id: $id})
        OPTIONAL MATCH (s)<-[old:HAS_PROBLEM|SOLVES]-()
        DELETE old
        WITH DISTINCT s
        FOREACH (persona IN COLLECT { MATCH (p:Persona) WHERE p.id IN $personas RETURN p } |
          CREATE (s)<-[:HAS_PROBLEM]-(persona))
        FOREACH (feature IN COLLECT { MATCH (f:Feature) WHERE f.id IN $features RETURN f } |
          CREATE (s)<-[:SOLVES]-(feature))
        """;

    private final Neo4jClient neo4j;
    private final ChangeLog changes;

    SubjectRepository(Neo4jClient neo4j, ChangeLog changes) {
        this.neo4j = neo4j;
        this.changes = changes;
    }

    Map<String, Subject> byId(Collection<String> ids) {
        return read(BY_ID, Map.of("ids", ids));
    }

    /** Those of the ids that are a subject's. */
    Set<String> there(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(neo4j.query(THERE)
                        .bind(ids)
                        .to("ids")
                        .fetchAs(String.class)
                        .all());
    }

    /** The subjects as the last writer left them; nobody else writes them until the transaction ends. */
    Map<String, Subject> locked(Collection<String> ids) {
        return read(LOCKED, Map.of("ids", ids.stream().distinct().sorted().toList()));
    }

    private Map<String, Subject> read(String cypher, Map<String, Object> parameters) {
        var subjects = new HashMap<String, Subject>();
        neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Subject.class)
                .mappedBy((types, row) -> subject(row))
                .all()
                .forEach(subject -> subjects.put(subject.id(), subject));
        return subjects;
    }

    Map<String, String> idsByKey(SubjectType type, Collection<String> keys) {
        var ids = new HashMap<String, String>();
        neo4j.query(IDS_BY_KEY)
                .bindAll(Map.of("type", type.typename(), "keys", keys))
                .fetch()
                .all()
                .forEach(row -> ids.put(String.valueOf(row.get("key")), String.valueOf(row.get("id"))));
        return ids;
    }

    Optional<Subject> byKey(SubjectType type, String key) {
        return neo4j.query(BY_KEY)
                .bindAll(Map.of("type", type.typename(), "key", key))
                .fetchAs(Subject.class)
                .mappedBy((types, row) -> subject(row))
                .one();
    }

    void create(RevisionPlan plan, String creatorId) {
        var subject = plan.after();
        var created = new HashMap<String, Object>();
        created.put("id", subject.id());
        created.put("type", subject.typename());
        created.put("key", subject.key());
        created.put("productId", subject.productId());
        created.put("createdBy", creatorId);
        created.put("createdAt", subject.createdAt().atZone(ZoneOffset.UTC));
        var parameters = revised(plan, creatorId, null);
        parameters.put("typename", subject.typename());
        parameters.put("created", created);
        neo4j.query(CREATE).bindAll(parameters).run();
        link(subject);
    }

    /**
     * Writes a revision, the last that its transaction writes.
     *
     * @param followers what to set of facts that move with it, by their ids, in whose order they are locked
     */
    void revise(
            RevisionPlan plan,
            String personId,
            @Nullable String note,
            SortedMap<String, Map<String, Object>> followers) {
        var parameters = revised(plan, personId, note);
        parameters.put(
                "followers",
                followers.entrySet().stream()
                        .map(fact -> Map.of("id", fact.getKey(), "properties", fact.getValue()))
                        .toList());
        parameters.put("id", plan.after().id());
        link(plan.after());
        changes.writeLast(REVISE, REVISE_AND_LOG, parameters);
    }

    Subject changeOwner(String id, String ownerId) {
        return neo4j.query(CHANGE_OWNER)
                .bindAll(Map.of("id", id, "ownerId", ownerId))
                .fetchAs(Subject.class)
                .mappedBy((types, row) -> subject(row))
                .one()
                .orElseThrow();
    }

    List<String> ownedThrough(String productId) {
        return List.copyOf(neo4j.query(OWNED_THROUGH)
                .bind(productId)
                .to("productId")
                .fetchAs(String.class)
                .all());
    }

    private void link(Subject subject) {
        if (subject.type() == SubjectType.MARKET_PROBLEM) {
            neo4j.query(LINK)
                    .bindAll(Map.of(
                            "id", subject.id(), "personas", subject.personaIds(), "features", subject.featureIds()))
                    .run();
        }
    }

    private static Map<String, Object> revised(RevisionPlan plan, String personId, @Nullable String note) {
        var subject = plan.after();
        var revision = new HashMap<String, Object>();
        revision.put("id", Revision.id(subject.id(), subject.revision()));
        revision.put("subjectId", subject.id());
        revision.put("number", subject.revision());
        revision.put("by", personId);
        revision.put("at", subject.updatedAt().atZone(ZoneOffset.UTC));
        revision.put("note", note);
        revision.put("changes", Json.write(plan.moved()));
        return new HashMap<>(Map.of(
                "by",
                personId,
                "properties",
                properties(subject),
                "revision",
                revision,
                "attributes",
                attributes(plan)));
    }

    private static Map<String, Object> properties(Subject subject) {
        var properties = new HashMap<String, Object>();
        properties.put("name", subject.name());
        properties.put("summary", subject.summary());
        properties.put(
                "lifecycle",
                subject.lifecycle() == null ? null : subject.lifecycle().name());
        properties.put("revision", subject.revision());
        properties.put("ownerId", subject.ownOwnerId());
        properties.put("updatedAt", subject.updatedAt().atZone(ZoneOffset.UTC));
        return properties;
    }

    private static List<Map<String, Object>> attributes(RevisionPlan plan) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var name : plan.attributesMoved()) {
            var row = new HashMap<String, Object>();
            row.put("name", name);
            var value = plan.after().values().get(name);
            row.put("value", value == null ? null : Json.write(value.input()));
            rows.add(row);
        }
        return rows;
    }

    private static Subject subject(Record row) {
        return Subject.from(row.get("subject"));
    }
}
