package dev.claimgraph.access;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads owners' alternates by name, a page at a time. */
@Component
class AlternateList {

    private static final Listing<Person> ALTERNATES =
            new Listing<>(Keyset.of("person", "name", """
                UNWIND $ids AS id
                CALL (id) {
                  MATCH (owner:Person {id: id}) RETURN owner
                  UNION
                  MATCH (owner:Team {id: id}) RETURN owner
                }
                CALL (owner) {
                  MATCH (owner)<-[:ALTERNATE_OF]-(person:Person)
                  WITH DISTINCT person WHERE {within}
                  WITH person ORDER BY {order} LIMIT $limit
                  RETURN collect(person) AS items
                }
                RETURN id, items, CASE WHEN $counted THEN COUNT { (owner)<-[:ALTERNATE_OF]-(:Person) } END AS total
                """), Person::from, Person::name, Person::id);

    private final Pages pages;

    AlternateList(Pages pages) {
        this.pages = pages;
    }

    Map<String, Connection<Person>> under(Collection<String> ownerIds, PageRequest page) {
        return pages.under(ALTERNATES, ownerIds, page, Map.of());
    }
}
