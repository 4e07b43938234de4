package dev.claimgraph.access;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Role;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jTemplate;
import org.springframework.stereotype.Component;

/** Reads people by name, a page at a time. */
@Component
class PeopleList {

    private static final String MATCHING = """
        MATCH (person:Person)
        WHERE ($role = '' OR $role IN person.roles) AND toLower(person.name) CONTAINS toLower($name)
        """;

    private static final Keyset BY_NAME =
            Keyset.of("person", "name", MATCHING + "AND {within} RETURN person ORDER BY {order} LIMIT $limit");

    private final Neo4jTemplate neo4j;

    PeopleList(Neo4jTemplate neo4j) {
        this.neo4j = neo4j;
    }

    Connection<Person> page(@Nullable PersonFilter filter, PageRequest page) {
        var parameters = new HashMap<>(page.parameters());
        parameters.put(
                "role",
                filter == null || filter.role() == null ? "" : filter.role().name());
        parameters.put("name", filter == null || filter.name() == null ? "" : filter.name());
        var rows = neo4j.findAll(BY_NAME.cypher(page), parameters, Person.class);
        return Connection.of(
                page, rows, Person::name, Person::id, () -> neo4j.count(MATCHING + "RETURN count(*)", parameters));
    }

    /** What the people looked for have in common; what is left out does not matter. */
    record PersonFilter(@Nullable Role role, @Nullable String name) {}
}
