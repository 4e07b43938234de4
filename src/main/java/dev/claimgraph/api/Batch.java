package dev.claimgraph.api;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field of many parents at once: one call of the given function for all that share the field and its arguments.
 *
 * <p>Call it in the controller method itself and return what it gives, so that the field's siblings join the same call.
 */
public final class Batch {

    private Batch() {}

    /**
     * A page of the list under one parent.
     *
     * @param read the pages by parent; a parent that it leaves out has an empty one
     */
    public static <T> CompletableFuture<Connection<T>> connection(
            DataFetchingEnvironment field,
            String parentId,
            PageRequest page,
            BiFunction<Collection<String>, PageRequest, Map<String, Connection<T>>> read) {
        return BatchCall.<String, Connection<T>>join(
                        field, List.of(group(field), page), parentId, ids -> read.apply(ids, page))
                .thenApply(found -> found != null ? found : empty(page));
    }

    /**
     * The one thing behind a key.
     *
     * @param read the things by key; null stands for one that it leaves out
     */
    public static <K, V> CompletableFuture<@Nullable V> one(
            DataFetchingEnvironment field, K key, Function<Collection<K>, Map<K, V>> read) {
        return BatchCall.join(field, group(field), key, read);
    }

    /**
     * The same for several fields that follow from one thing: it is read once for all of them.
     *
     * @param what the kind of thing; whoever names it reads it alike
     */
    public static <K, V> CompletableFuture<@Nullable V> shared(
            DataFetchingEnvironment field, Class<V> what, K key, Function<Collection<K>, Map<K, V>> read) {
        return BatchCall.join(field, what, key, read);
    }

    /**
     * The things behind many keys, in the keys' order.
     *
     * @param read the things by key; what it leaves out is left out
     */
    public static <K, V> CompletableFuture<List<V>> all(
            DataFetchingEnvironment field, Collection<K> keys, Function<Collection<K>, Map<K, V>> read) {
        var loads = keys.stream().map(key -> one(field, key, read)).toList();
        return CompletableFuture.allOf(loads.toArray(CompletableFuture[]::new))
                .thenApply(done -> loads.stream()
                        .map(CompletableFuture::join)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /**
     * The many things behind a key, all of them.
     *
     * @param read the things by key; a key that it leaves out has none
     */
    public static <K, V> CompletableFuture<List<V>> many(
            DataFetchingEnvironment field, K key, Function<Collection<K>, Map<K, List<V>>> read) {
        return BatchCall.join(field, group(field), key, read)
                .thenApply(found -> Objects.requireNonNullElse(found, List.of()));
    }

    private static Object group(DataFetchingEnvironment field) {
        return List.of(Coordinates.of(field), field.getArguments());
    }

    private static <T> Connection<T> empty(PageRequest page) {
        return Connection.of(page, List.<T>of(), item -> "", item -> "", () -> 0);
    }
}
