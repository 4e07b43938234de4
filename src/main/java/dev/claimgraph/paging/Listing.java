package dev.claimgraph.paging;

import java.util.function.Function;
import org.neo4j.driver.Value;

/**
 * A list that pages are read from.
 *
 * @param items reads a page: a column {@code item} each, or {@code id, items, total} for a list under many parents
 * @param count counts the whole list as {@code total}; empty where the items' statement does
 * @param key the property that the list is ordered by
 */
public record Listing<T>(
        Keyset items, String count, Function<Value, T> reader, Function<T, String> key, Function<T, String> id) {

    /**
     * A list under many parents. Its statement finds the parent's own before it looks at the page's bounds, with
     * {@code WITH DISTINCT} between the two, or the planner walks everybody's in the order of their ids.
     */
    public static <T> Listing<T> under(Keyset items, Function<Value, T> reader, Function<T, String> id) {
        return new Listing<>(items, "", reader, id, id);
    }
}
