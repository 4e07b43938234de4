package dev.claimgraph.paging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Record;
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
        return page.counted() ? counted(list, page, parameters) : uncounted(list, page, parameters);
    }

    @SuppressWarnings("unchecked")
    private <T> Connection<T> counted(Listing<T> list, PageRequest page, Map<String, Object> parameters) {
        return neo4j.query(list.items().counted(page))
                .bindAll(bound(page, parameters))
                .fetchAs(Connection.class)
                .mappedBy((types, row) -> connection(list, page, row))
                .one()
                .orElseThrow();
    }

    private <T> Connection<T> uncounted(Listing<T> list, PageRequest page, Map<String, Object> parameters) {
        @SuppressWarnings("unchecked")
        var items = (Collection<T>) neo4j.query(list.items().cypher(page))
                .bindAll(bound(page, parameters))
                .fetchAs(Object.class)
                .mappedBy((types, row) -> list.reader().apply(row.get("item")))
                .all();
        return Connection.of(page, items, list.key(), list.id(), () -> 0);
    }

    private static <T> Connection<T> connection(Listing<T> list, PageRequest page, Record row) {
        var total = row.get("total").asLong(0);
        return Connection.of(page, row.get("items").asList(list.reader()), list.key(), list.id(), () -> total);
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
                    pages.put(row.get("id").asString(), connection(list, page, row));
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
