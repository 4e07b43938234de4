package dev.claimgraph.access;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.NodeSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.Neo4jTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who acts. Anyone may look them up. */
@Service
@Transactional(readOnly = true)
public class People implements NodeSource {

    static final String KIND = "person";

    private final Neo4jTemplate neo4j;
    private final Neo4jClient client;
    private final ApplicationEventPublisher events;

    People(Neo4jTemplate neo4j, Neo4jClient client, ApplicationEventPublisher events) {
        this.neo4j = neo4j;
        this.client = client;
        this.events = events;
    }

    public Optional<Person> byId(String id) {
        return neo4j.findById(id, Person.class);
    }

    @Override
    public Map<String, Person> byId(Collection<String> ids) {
        return neo4j.findAllById(ids, Person.class).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Who is calling, for an account's name. */
    public Optional<Actor> actor(String account) {
        return neo4j.findOne(
                        "MATCH (person:Person {account: $account}) RETURN person",
                        Map.of("account", account),
                        Person.class)
                .map(Person::actor);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    /** Adds the person unless somebody has the account already. */
    @Transactional
    void join(Person person) {
        var joined = client.query("""
            MERGE (person:Person {account: $account})
            ON CREATE SET person.id = $id, person.name = $name, person.roles = $roles
            RETURN person.id = $id
            """)
                .bind(person.id())
                .to("id")
                .bind(person.account())
                .to("account")
                .bind(person.name())
                .to("name")
                .bind(person.roles().stream().map(Enum::name).toList())
                .to("roles")
                .fetchAs(Boolean.class)
                .one();
        if (joined.orElse(false)) {
            events.publishEvent(new Person.Joined(person));
        }
    }
}
