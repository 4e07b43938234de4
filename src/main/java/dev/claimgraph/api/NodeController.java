package dev.claimgraph.api;

import dev.claimgraph.shared.BadArgument;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.NodeSource;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Refetches anything by its id, with one call for each kind of thing. */
@Controller
class NodeController {

    private static final int MOST = 100;

    private final Map<String, NodeSource> sources = new HashMap<>();

    NodeController(List<NodeSource> sources) {
        sources.forEach(source -> source.kinds().forEach(kind -> {
            if (this.sources.put(kind, source) != null) {
                throw new IllegalStateException("Two modules answer for the ids of a " + kind);
            }
        }));
    }

    @QueryMapping
    CompletableFuture<@Nullable Object> node(@Argument String id, DataFetchingEnvironment field) {
        return find(id, field);
    }

    @QueryMapping
    CompletableFuture<List<@Nullable Object>> nodes(@Argument List<String> ids, DataFetchingEnvironment field) {
        if (ids.size() > MOST) {
            throw new BadArgument("At most %d ids go at once; these are %d.".formatted(MOST, ids.size()));
        }
        var found = ids.stream().map(id -> find(id, field)).toList();
        return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new))
                .thenApply(done -> found.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<@Nullable Object> find(String id, DataFetchingEnvironment field) {
        var kind = Id.kindOf(id);
        var source = kind == null ? null : sources.get(kind);
        return source == null
                ? CompletableFuture.completedFuture(null)
                : BatchCall.join(field, source, id, ids -> Map.copyOf(source.byId(ids)));
    }
}
