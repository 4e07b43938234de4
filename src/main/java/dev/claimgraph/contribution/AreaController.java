package dev.claimgraph.contribution;

import dev.claimgraph.access.Owner;
import dev.claimgraph.access.Owners;
import dev.claimgraph.api.Batch;
import dev.claimgraph.catalog.Product;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.BadArgument;
import dev.claimgraph.shared.NodeSource;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers who decides in which area, and changes that; and hands over all that somebody answers for. */
@Controller
class AreaController implements NodeSource {

    private final Areas areas;
    private final AreaRepository repository;
    private final Reassignments reassignments;
    private final Products products;
    private final Owners owners;

    AreaController(
            Areas areas, AreaRepository repository, Reassignments reassignments, Products products, Owners owners) {
        this.areas = areas;
        this.repository = repository;
        this.reassignments = reassignments;
        this.products = products;
        this.owners = owners;
    }

    @QueryMapping
    @Nullable
    Area area(@Argument AreaKind kind, @Argument @Nullable String productId) {
        if (productId != null && kind != AreaKind.FEATURES) {
            throw new BadArgument("Only FEATURES are a product's.");
        }
        return areas.of(kind, productId).orElse(null);
    }

    @QueryMapping
    Connection<Area> areas(PageRequest page) {
        return repository.page(page);
    }

    @MutationMapping
    AreaPayload assignSteward(Actor actor, @Argument Areas.AssignSteward input) {
        return Refusal.catching(() -> areas.assign(actor, input), AreaPayload::new);
    }

    @MutationMapping
    ReassignPayload reassign(Actor actor, @Argument Reassignments.Reassign input) {
        return Refusal.catching(
                () -> reassignments.reassign(actor, input),
                (done, problems) -> Objects.requireNonNullElse(done, Reassignments.Reassignment.NOTHING)
                        .payload(problems));
    }

    @SchemaMapping(typeName = "Area")
    CompletableFuture<@Nullable Product> product(Area area, DataFetchingEnvironment field) {
        return area.productId() == null
                ? CompletableFuture.completedFuture(null)
                : Batch.<String, Product>one(field, area.productId(), products::byId);
    }

    @SchemaMapping(typeName = "Area")
    CompletableFuture<@Nullable Owner> steward(Area area, DataFetchingEnvironment field) {
        return area.stewardId() == null
                ? CompletableFuture.completedFuture(null)
                : Batch.<String, Owner>one(field, area.stewardId(), owners::byId);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Areas.KIND);
    }

    @Override
    public Map<String, Area> byId(Collection<String> ids) {
        return areas.byId(ids);
    }

    record AreaPayload(@Nullable Area area, List<Problem> problems) implements Payload {}
}
