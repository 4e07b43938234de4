package dev.claimgraph.access;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Role;
import java.util.Set;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * Somebody who acts.
 *
 * @param account the name to log in with, unique
 */
@Node("Person")
public record Person(@Id String id, String account, String name, Set<Role> roles) implements Identified {

    /** Somebody acts for the first time. Told within the transaction that writes the person. */
    public record Joined(Person person) {}

    /** From its node. */
    public static Person from(Value person) {
        return new Person(
                person.get("id").asString(),
                person.get("account").asString(),
                person.get("name").asString(),
                Set.copyOf(person.get("roles").asList(role -> Role.valueOf(role.asString()))));
    }

    public Actor actor() {
        return new Actor(id, name, roles);
    }
}
