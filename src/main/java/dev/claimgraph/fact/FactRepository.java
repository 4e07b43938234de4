package dev.claimgraph.fact;

import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.catalog.ReviseSubject;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.MapAccessor;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The facts in the graph: what the door reads and writes of them. */
@Component
class FactRepository {

    private static final String BY_ID =
            "UNWIND $ids AS id MATCH (f:Fact {id: id}) RETURN " + Fact.PROJECTION + " AS fact";

    private static final String BY_KEY =
            "UNWIND $keys AS key MATCH (f:Fact {key: key}) RETURN " + Fact.PROJECTION + " AS fact";

    private static final String THERE = "UNWIND $ids AS id MATCH (f:Fact {id: id}) RETURN f.id AS id";

    private static final String VERIFICATIONS =
            "UNWIND $ids AS id MATCH (v:Verification {id: id}) RETURN " + Verification.PROJECTION + " AS verification";

    private static final String DECISIONS = """
        UNWIND $rows AS row
        MATCH (v:Verification {factId: row.id}) WHERE v.id IS NOT NULL AND v.number <= row.decisions
        WITH v ORDER BY v.id
        RETURN v.factId AS factId,\s\
        """ + Verification.PROJECTION + " AS verification";

    /**
     * Of the facts about the subject {@code s} those that depend on everything, or did when they were verified, and those that name one
     * of these, which are JSON; all of them where its lifecycle becomes another.
     */
    private static final String CONCERNED = """
        MATCH (s)<-[:ABOUT]-(f:Fact)
        WHERE coalesce($lifecycle <> coalesce(s.lifecycle, ''), false)
          OR f.dependsOnAll OR f.verified CONTAINS '"all":true'
          OR any(name IN $names WHERE name IN f.dependsOn)
          OR any(name IN $written WHERE f.check CONTAINS name OR f.verified CONTAINS name)
        WITH f, f.id AS aggregate ORDER BY aggregate
        """;

    private static final String LOOKING_AT =
            "MATCH (s:Subject {id: $subjectId})\n" + CONCERNED + "RETURN " + Fact.PROJECTION + " AS fact";

    private static final String TO_REVISE = "MATCH (s:Subject {id: $subjectId})\n" + Subject.LOCK
            + "WITH s, s.id AS aggregate WITH s, " + Subject.PROJECTION + " AS subject, " + ChangeLog.END + " AS end\n"
            + "RETURN subject, end, COLLECT {\n" + CONCERNED + "RETURN {fact: " + Fact.PROJECTION + ", end: "
            + ChangeLog.END + "} } AS facts";

    /** The fact is looked up again once its subject is locked, so that nothing of it is read before. */
    private static final String LOCKED = "MATCH (:Fact {id: $id})-[:ABOUT]->(s:Subject)\n" + Subject.LOCK + """
            WITH s
            MATCH (f:Fact {id: $id})
            WITH s, f, f.id AS aggregate
            RETURN\s\
            """
            + Fact.PROJECTION + " AS fact, " + Subject.PROJECTION + " AS subject, " + ChangeLog.END + " AS end";

    /** Links the fact {@code f} about the subject {@code s} to the attributes that it names, and to the {@code evidence} that comes. */
    private static final String RELATE = """
        CALL (s, f) {
          MATCH (s)-[:HAS_ATTRIBUTE]->(a:Attribute) WHERE a.name IN f.dependsOn
          MERGE (f)-[:DEPENDS_ON]->(a)
        }
        CALL (f, evidence) {
          UNWIND evidence AS piece
          CREATE (f)-[:BACKED_BY]->(e:Evidence)
          SET e = piece
        }
        """;

    private static final String CREATE = """
        UNWIND $rows AS row
        MATCH (s:Subject {id: row.properties.subjectId})
        CREATE (s)<-[:ABOUT]-(f:Fact)
        SET f = row.properties
        WITH s, f, row.evidence AS evidence
        """ + RELATE + """
        WITH f
        RETURN\s\
        """ + Fact.PROJECTION + " AS fact";

    /** Whatever is written, so that it is planned once. */
    private static final String SAVE = """
        MATCH (s:Subject {id: $subjectId})
        MATCH (f:Fact {id: $id})
        SET f += $properties
        WITH s, f
        CALL (f) {
          MATCH (f)-[old:DEPENDS_ON]->(a:Attribute) WHERE NOT a.name IN $properties.dependsOn
          DELETE old
        }
        WITH s, f, $evidence AS evidence
        """ + RELATE + """
        CALL (f) {
          UNWIND $decisions AS decision
          MATCH (r:Revision {id: decision.revision})
          MATCH (person:Person {id: decision.by})
          CREATE (f)<-[:OF]-(v:Verification)-[:AT]->(r), (v)-[:BY]->(person)
          SET v = decision.verification
        }
        WITH f
        RETURN\s\
        """ + Fact.PROJECTION + " AS fact";

    /** Subjects and facts in the order of their ids, so that two writers never wait for each other. */
    private static final String FOLLOW_OWNERS = """
        UNWIND $subjectIds AS subjectId
        MATCH (s:Subject {id: subjectId})
        """ + Subject.LOCK + """
        WITH s
        WITH s, coalesce(s.ownerId, head([(s)-[:PART_OF]->(p:Product) | p.ownerId]), s.createdBy) AS ownerId
        MATCH (s)<-[:ABOUT]-(f:Fact) WHERE f.ownerId <> ownerId
        WITH f, ownerId ORDER BY f.id
        SET f.ownerId = ownerId
        """;

    private final Neo4jClient neo4j;
    private final ChangeLog changes;
    private final Clock clock;

    FactRepository(Neo4jClient neo4j, ChangeLog changes, Clock clock) {
        this.neo4j = neo4j;
        this.changes = changes;
        this.clock = clock;
    }

    Map<String, Fact> byId(Collection<String> ids) {
        var facts = new HashMap<String, Fact>();
        read(BY_ID, Map.of("ids", ids)).forEach(fact -> facts.put(fact.id(), fact));
        return facts;
    }

    /** Those of the ids that are a fact's. */
    Set<String> there(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(neo4j.query(THERE)
                        .bind(ids)
                        .to("ids")
                        .fetchAs(String.class)
                        .all());
    }

    Optional<Fact> byKey(String key) {
        return Optional.ofNullable(byKeys(List.of(key)).get(key));
    }

    Map<String, Fact> byKeys(Collection<String> keys) {
        var facts = new HashMap<String, Fact>();
        if (!keys.isEmpty()) {
            read(BY_KEY, Map.of("keys", keys)).forEach(fact -> facts.put(String.valueOf(fact.key()), fact));
        }
        return facts;
    }

    /** Each fact's decisions, the first one first, as many as it had been decided on. */
    Map<String, List<Verification>> verifications(Map<String, Long> decisionsByFact) {
        var rows = decisionsByFact.entrySet().stream()
                .map(entry -> Map.of("id", entry.getKey(), "decisions", entry.getValue()))
                .toList();
        var verifications = new HashMap<String, List<Verification>>();
        neo4j.query(DECISIONS)
                .bind(rows)
                .to("rows")
                .fetchAs(Verification.class)
                .mappedBy((types, row) -> {
                    var verification = Verification.from(row.get("verification"));
                    verifications
                            .computeIfAbsent(row.get("factId").asString(), id -> new ArrayList<>())
                            .add(verification);
                    return verification;
                })
                .all();
        return verifications;
    }

    Map<String, Verification> verifications(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var verifications = new HashMap<String, Verification>();
        neo4j.query(VERIFICATIONS)
                .bind(ids)
                .to("ids")
                .fetchAs(Verification.class)
                .mappedBy((types, row) -> Verification.from(row.get("verification")))
                .all()
                .forEach(verification -> verifications.put(verification.id(), verification));
        return verifications;
    }

    /** Of the facts about a subject, all that what it becomes may move, and maybe more. */
    Collection<Fact> lookingAt(Subject before, Subject after) {
        return read(LOOKING_AT, concerned(after.id(), after.attributesMovedSince(before), after.lifecycle()));
    }

    /**
     * A subject, with all of the facts about it that a revision may move, and maybe more, as the last writer left them; nobody else
     * writes them until the transaction ends.
     */
    Optional<ToRevise> toRevise(String subjectId, ReviseSubject input) {
        var now = clock.instant();
        return neo4j.query(TO_REVISE)
                .bindAll(concerned(subjectId, input.attributes(), input.lifecycle()))
                .fetchAs(ToRevise.class)
                .mappedBy((types, row) -> {
                    changes.endsAt(subjectId, row.get("end"));
                    return new ToRevise(
                            Subject.from(row.get("subject")), row.get("facts").asList(fact -> toWrite(fact, now)));
                })
                .one();
    }

    private static Map<String, Object> concerned(String subjectId, Set<String> names, @Nullable Lifecycle lifecycle) {
        var parameters = new HashMap<String, Object>();
        parameters.put("subjectId", subjectId);
        parameters.put("names", names);
        parameters.put("written", names.stream().map(Json::write).toList());
        parameters.put("lifecycle", lifecycle == null ? null : lifecycle.name());
        return parameters;
    }

    /** The fact and its subject as the last writer left them; nobody else writes either until the transaction ends. */
    Optional<Locked> locked(String id) {
        var now = clock.instant();
        return neo4j.query(LOCKED)
                .bind(id)
                .to("id")
                .fetchAs(Locked.class)
                .mappedBy((types, row) -> new Locked(toWrite(row, now), Subject.from(row.get("subject"))))
                .one();
    }

    /** Writes new facts, and gives them as they then are, in their order. */
    List<Fact> create(List<FactWrite> facts) {
        return List.copyOf(read(
                CREATE, Map.of("rows", facts.stream().map(FactWrite::parameters).toList())));
    }

    /** Writes a fact, and gives it as it then is. */
    Fact save(String id, String subjectId, FactWrite write) {
        var parameters = write.parameters();
        parameters.put("id", id);
        parameters.put("subjectId", subjectId);
        return read(SAVE, parameters).iterator().next();
    }

    void followOwners(Collection<String> subjectIds) {
        neo4j.query(FOLLOW_OWNERS)
                .bind(subjectIds.stream().distinct().sorted().toList())
                .to("subjectIds")
                .run();
    }

    static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(ZoneOffset.UTC);
    }

    private Collection<Fact> read(String cypher, Map<String, Object> parameters) {
        var now = clock.instant();
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Fact.class)
                .mappedBy((types, row) -> Fact.from(row.get("fact"), now))
                .all();
    }

    /** The log need not ask where its changes end. */
    private Fact toWrite(MapAccessor row, Instant now) {
        var fact = Fact.from(row.get("fact"), now);
        changes.endsAt(fact.id(), row.get("end"));
        return fact;
    }

    /** @param facts those about it that may move */
    record ToRevise(Subject subject, List<Fact> facts) {}

    /** A fact with the subject that it is about, attributes and all. */
    record Locked(Fact fact, Subject subject) {}
}
