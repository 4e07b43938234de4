package dev.claimgraph.access;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Role;
import java.util.Set;
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

    public Actor actor() {
        return new Actor(id, name, roles);
    }
}
