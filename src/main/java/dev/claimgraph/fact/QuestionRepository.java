package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The questions in the graph: what the door reads and writes of them. */
@Component
class QuestionRepository {

    private static final String BY_ID = "UNWIND $ids AS id MATCH (q:Question {id: id}) RETURN q AS question";

    private static final String BY_PRINT = "MATCH (q:Question {print: $print}) RETURN q AS question";

    /** The question is looked up again once its subject is locked, so that nothing of it is read before. */
    private static final String LOCKED = "MATCH (:Question {id: $id})-[:ASKED_ABOUT]->(s:Subject)\n"
            + Subject.LOCK
            + """
            WITH s
            MATCH (q:Question {id: $id})
            RETURN q AS question,\s\
            """
            + Subject.PROJECTION + " AS subject";

    private static final String SAVE = """
        MATCH (s:Subject {id: $subjectId})
        MERGE (q:Question {id: $id})
        MERGE (q)-[:ASKED_ABOUT]->(s)
        SET q += $properties
        WITH q
        CALL (q) {
          OPTIONAL MATCH (q)-[old:ANSWERED_BY]->()
          DELETE old
          WITH DISTINCT q
          MATCH (f:Fact {id: q.factId})
          CREATE (q)-[:ANSWERED_BY]->(f)
        }
        WITH q
        RETURN q AS question
        """;

    /** Once {@link FactRepository#followOwners} has locked the subjects. */
    private static final String FOLLOW_OWNERS = """
        UNWIND $subjectIds AS subjectId
        MATCH (s:Subject {id: subjectId})
        WITH s, coalesce(s.ownerId, head([(s)-[:PART_OF]->(p:Product) | p.ownerId]), s.createdBy) AS ownerId
        MATCH (q:Question {subjectId: s.id}) WHERE q.id IS NOT NULL AND q.ownerId <> ownerId
        SET q.ownerId = ownerId
        """;

    private final Neo4jClient neo4j;
    private final Clock clock;

    QuestionRepository(Neo4jClient neo4j, Clock clock) {
        this.neo4j = neo4j;
        this.clock = clock;
    }

    Map<String, Question> byId(Collection<String> ids) {
        var questions = new HashMap<String, Question>();
        read(BY_ID, Map.of("ids", ids)).forEach(question -> questions.put(question.id(), question));
        return questions;
    }

    Optional<Question> byPrint(String print) {
        return read(BY_PRINT, Map.of("print", print)).stream().findFirst();
    }

    /** The question and its subject as the last writer left them; nobody else writes either until the transaction ends. */
    Optional<Locked> locked(String id) {
        var now = clock.instant();
        return neo4j.query(LOCKED)
                .bind(id)
                .to("id")
                .fetchAs(Locked.class)
                .mappedBy((types, row) ->
                        new Locked(Question.from(row.get("question"), now), Subject.from(row.get("subject"))))
                .one();
    }

    /** Writes a question, new or not, and gives it as it then is. */
    Question save(String id, String subjectId, Map<String, Object> properties) {
        return read(SAVE, Map.of("id", id, "subjectId", subjectId, "properties", properties))
                .iterator()
                .next();
    }

    void followOwners(Collection<String> subjectIds) {
        neo4j.query(FOLLOW_OWNERS)
                .bind(List.copyOf(subjectIds))
                .to("subjectIds")
                .run();
    }

    private Collection<Question> read(String cypher, Map<String, Object> parameters) {
        Instant now = clock.instant();
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Question.class)
                .mappedBy((types, row) -> Question.from(row.get("question"), now))
                .all();
    }

    /** A question with the subject that it is about. */
    record Locked(Question question, Subject subject) {}
}
