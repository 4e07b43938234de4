package dev.claimgraph.api;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Mono;

/** The one data loader behind {@link Batch}: the calls of a group become one, groups run side by side, each may fail alone. */
final class BatchCall {

    private static final String LOADER = BatchCall.class.getName();

    private final Executor executor;

    private BatchCall(Executor executor) {
        var context = new ContextPropagatingTaskDecorator();
        this.executor = task -> executor.execute(context.decorate(task));
    }

    static void register(BatchLoaderRegistry registry, Executor executor) {
        var batch = new BatchCall(executor);
        registry.<Member, CompletableFuture<Map<?, ?>>>forName(LOADER)
                .registerMappedBatchLoader((members, environment) -> Mono.just(batch.start(members, environment)));
    }

    @SuppressWarnings("unchecked")
    static <K, V> CompletableFuture<@Nullable V> join(
            DataFetchingEnvironment field, Object group, K key, Function<Collection<K>, Map<K, V>> read) {
        DataLoader<Member, CompletableFuture<Map<K, V>>> loader = field.getDataLoader(LOADER);
        if (loader == null) {
            throw new IllegalStateException("No data loader " + LOADER);
        }
        return loader.load(new Member(group, key), read)
                .thenCompose(Function.identity())
                .thenApply(found -> (@Nullable V) found.get(key));
    }

    private Map<Member, CompletableFuture<Map<?, ?>>> start(Set<Member> members, BatchLoaderEnvironment environment) {
        var groups =
                members.stream().collect(Collectors.groupingBy(Member::group, LinkedHashMap::new, Collectors.toList()));
        var calls = new HashMap<Member, CompletableFuture<Map<?, ?>>>();
        groups.values().forEach(group -> {
            var call = CompletableFuture.<Map<?, ?>>supplyAsync(
                    () -> read(group, environment), groups.size() == 1 ? Runnable::run : executor);
            group.forEach(member -> calls.put(member, call));
        });
        return calls;
    }

    @SuppressWarnings("unchecked")
    private static Map<?, ?> read(List<Member> group, BatchLoaderEnvironment environment) {
        var read = Objects.requireNonNull(environment.getKeyContexts().get(group.getFirst()));
        return ((Function<Collection<?>, Map<?, ?>>) read)
                .apply(group.stream().map(Member::key).toList());
    }

    /** One key of a call; members of equal groups are read together. */
    private record Member(Object group, Object key) {}
}
