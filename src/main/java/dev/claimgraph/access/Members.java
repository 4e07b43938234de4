package dev.claimgraph.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Repository;

/** Keeps people in the graph, with their memberships and with whose alternates they are. */
@Repository
class Members {

    private static final String WITH_OWNERS = """
        RETURN person,
          [(person)-[:MEMBER_OF]->(team:Team) | team.id] AS teams,
          [(person)-[:ALTERNATE_OF]->(owner) | owner.id] AS alternateOf
        """;

    private static final String BY_ACCOUNT = "MATCH (person:Person {account: $account})\n" + WITH_OWNERS;

    /** Whoever waited for the lock looks again whether it is still their account. */
    private static final String LOCKED_BY_ACCOUNT = """
        MATCH (person:Person {account: $account})
        SET person.locked = true
        WITH person WHERE person.account = $account
        """ + WITH_OWNERS;

    private static final String IDS_BY_ACCOUNT = """
        UNWIND $accounts AS account
        MATCH (person:Person {account: account})
        RETURN account, person.id AS id
        """;

    private static final String WHO_MAY_ANSWER = """
        MATCH (person:Person)
        WHERE person.account > $after
          AND ('PRODUCT_OWNER' IN person.roles OR 'ADMIN' IN person.roles OR EXISTS { (person)-[:MEMBER_OF]->(:Team) })
        RETURN person ORDER BY person.account LIMIT $limit
        """;

    private static final String LOCKED_BY_ID = """
        MATCH (person:Person) WHERE person.id IN $ids
        SET person.locked = true
        WITH person
        """ + WITH_OWNERS;

    private static final String SAVE = """
        MERGE (person:Person {id: $id})
        SET person.account = $account, person.name = $name, person.roles = $roles
        WITH person
        OPTIONAL MATCH (person)-[left:MEMBER_OF]->(team:Team) WHERE NOT team.id IN $teams
        DELETE left
        WITH DISTINCT person
        OPTIONAL MATCH (person)-[ended:ALTERNATE_OF]->(owner) WHERE NOT owner.id IN $alternateOf
        DELETE ended
        WITH DISTINCT person
        CALL (person) {
          UNWIND $teams AS id
          MATCH (team:Team {id: id})
          MERGE (person)-[:MEMBER_OF]->(team)
        }
        CALL (person) {
          UNWIND $alternateOf AS id
          CALL (id) {
            MATCH (owner:Person {id: id}) RETURN owner
            UNION
            MATCH (owner:Team {id: id}) RETURN owner
          }
          MERGE (person)-[:ALTERNATE_OF]->(owner)
        }
        """;

    private static final String LOCKED_ALTERNATES = """
        CALL () {
          MATCH (owner:Person {id: $id}) RETURN owner
          UNION
          MATCH (owner:Team {id: $id}) RETURN owner
        }
        SET owner.locked = true
        WITH owner
        MATCH (owner)<-[:ALTERNATE_OF]-(person:Person)
        RETURN person.id AS id
        """;

    private final Neo4jClient neo4j;
    private final ApplicationEventPublisher events;

    Members(Neo4jClient neo4j, ApplicationEventPublisher events) {
        this.neo4j = neo4j;
        this.events = events;
    }

    Optional<Member> byAccount(String account) {
        return byAccount(BY_ACCOUNT, account);
    }

    /** Nobody else writes them until the open transaction ends. */
    Optional<Member> lockedByAccount(String account) {
        return byAccount(LOCKED_BY_ACCOUNT, account);
    }

    Map<String, String> idsByAccount(Collection<String> accounts) {
        var ids = new HashMap<String, String>();
        neo4j.query(IDS_BY_ACCOUNT)
                .bind(accounts)
                .to("accounts")
                .fetchAs(String.class)
                .mappedBy((types, row) -> {
                    ids.put(row.get("account").asString(), row.get("id").asString());
                    return row.get("id").asString();
                })
                .all();
        return ids;
    }

    List<People.Expected> whoMayAnswer(String afterAccount, int limit) {
        return List.copyOf(neo4j.query(WHO_MAY_ANSWER)
                .bindAll(Map.of("after", afterAccount, "limit", limit))
                .fetchAs(People.Expected.class)
                .mappedBy((types, row) -> {
                    var person = Person.from(row.get("person"));
                    var roles = person.roles().stream().sorted().toList();
                    return new People.Expected(person.account(), person.name(), roles);
                })
                .all());
    }

    /** Nobody else writes them until the open transaction ends. */
    List<Member> lockedById(Collection<String> ids) {
        return List.copyOf(neo4j.query(LOCKED_BY_ID)
                .bind(ids)
                .to("ids")
                .fetchAs(Member.class)
                .mappedBy((types, row) -> member(row))
                .all());
    }

    /** The ids of an owner's alternates, whom nobody else names until the open transaction ends. */
    Collection<String> lockedAlternates(String ownerId) {
        return neo4j.query(LOCKED_ALTERNATES)
                .bind(ownerId)
                .to("id")
                .fetchAs(String.class)
                .all();
    }

    /** With these memberships, an alternate of these owners, and no others. */
    void save(Member member) {
        var person = member.person();
        neo4j.query(SAVE)
                .bindAll(Map.of(
                        "id", person.id(),
                        "account", person.account(),
                        "name", person.name(),
                        "roles", person.roles().stream().map(Enum::name).toList(),
                        "teams", member.teamIds(),
                        "alternateOf", member.alternateOf()))
                .run();
        events.publishEvent(new Saved(member));
    }

    private Optional<Member> byAccount(String cypher, String account) {
        return neo4j.query(cypher)
                .bind(account)
                .to("account")
                .fetchAs(Member.class)
                .mappedBy((types, row) -> member(row))
                .one();
    }

    private static Member member(Record row) {
        return new Member(Person.from(row.get("person")), ids(row.get("teams")), ids(row.get("alternateOf")));
    }

    private static TreeSet<String> ids(Value ids) {
        return new TreeSet<>(ids.asList(Value::asString));
    }

    /** Told within the transaction that writes a person. */
    record Saved(Member member) {}
}
