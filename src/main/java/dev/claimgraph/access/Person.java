package dev.claimgraph.access;

import dev.claimgraph.shared.Role;
import java.util.Set;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * Somebody who acts.
 *
 * @param account what they log in as, unique
 */
@Node("Person")
public record Person(@Id String id, String account, String name, Set<Role> roles) implements Owner {

    /** What the account of who was forgotten begins with. */
    static final String FORMER = "former_";

    /** From its properties. */
    public static Person from(Value person) {
        return new Person(
                person.get("id").asString(),
                person.get("account").asString(),
                person.get("name").asString(),
                Set.copyOf(person.get("roles").asList(role -> Role.valueOf(role.asString()))));
    }

    /** Whether what they own is theirs to write. */
    public boolean mayOwn() {
        return roles.contains(Role.PRODUCT_OWNER) || roles.contains(Role.ADMIN);
    }

    /** Whether an area may be theirs to decide in. */
    public boolean maySteward() {
        return roles.contains(Role.STEWARD) || roles.contains(Role.ADMIN);
    }

    /** Whether they left, and were forgotten. */
    boolean isFormer() {
        return account.startsWith(FORMER);
    }
}
