package dev.claimgraph.paging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Reads pages of lists: one statement a page, whether of one list or of the lists under many parents. */
@Component
public class Pages {

    private final Neo4jClient neo4j;

    Pages(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    /** @param parameters what the filter takes, for the items and the count alike */
    public <T> Connection<T> list(Listing<T> list, PageRequest page, Map<String, Object> parameters) {
        var bound = bound(page, parameters);
        var items = neo4j.query(list.items().cypher(page))
                .bindAll(bound)
                .fetchAs(Object.class)
                .mappedBy((types, row) -> list.reader().apply(row.get("item")))
                .all();
        @SuppressWarnings("unchecked")
        var read = (Collection<T>) items;
        return Connection.of(
                page, read, list.key(), list.id(), () -> count(list.items().count(), bound));
    }

    /**
     * The same page of the list under each of these parents. Its statement finds the parent's own before it looks at the page's
     * bounds, with {@code WITH DISTINCT} between the two, or the planner walks everybody's in the order of their ids.
     */
    public <T> Map<String, Connection<T>> under(
            Listing<T> list, Collection<String> ids, PageRequest page, Map<String, Object> parameters) {
        var bound = bound(page, parameters);
        bound.put("ids", ids);
        var pages = new HashMap<String, Connection<T>>();
        neo4j.query(list.items().cypher(page))
                .bindAll(bound)
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    var items = row.get("items").asList(list.reader());
                    var total = row.get("total").asLong(0);
                    pages.put(row.get("id").asString(), Connection.of(page, items, list.key(), list.id(), () -> total));
                    return true;
                })
                .all();
        return pages;
    }

    /** @param cypher returns one number */
    public long count(String cypher, Map<String, Object> parameters) {
        return neo4j.query(cypher).bindAll(parameters).fetchAs(Long.class).one().orElse(0L);
    }

    private static Map<String, Object> bound(PageRequest page, Map<String, Object> parameters) {
        var bound = new HashMap<String, Object>(page.parameters());
        bound.putAll(parameters);
        return bound;
    }
}
