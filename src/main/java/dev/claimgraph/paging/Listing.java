package dev.claimgraph.paging;

import java.util.function.Function;
import org.neo4j.driver.Value;

/**
 * A list that pages are read from.
 *
 * @param items reads a page: a column {@code item} each, or {@code id, items, total} for a list under many parents
 * @param key the property that the list is ordered by
 */
public record Listing<T>(Keyset items, Function<Value, T> reader, Function<T, String> key, Function<T, String> id) {

    /** A list in the order of ids, which is that of creation. */
    public static <T> Listing<T> byId(Keyset items, Function<Value, T> reader, Function<T, String> id) {
        return new Listing<>(items, reader, id, id);
    }
}
