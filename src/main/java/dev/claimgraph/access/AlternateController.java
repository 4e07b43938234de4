package dev.claimgraph.access;

import dev.claimgraph.api.Batch;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers who stands in for an owner, and changes that. */
@Controller
class AlternateController {

    private final Alternates alternates;
    private final AlternateList list;

    AlternateController(Alternates alternates, AlternateList list) {
        this.alternates = alternates;
        this.list = list;
    }

    @MutationMapping
    OwnerPayload nameAlternates(Actor actor, @Argument Alternates.NameAlternates input) {
        return Refusal.catching(() -> alternates.name(actor, input), OwnerPayload::new);
    }

    @SchemaMapping(typeName = "Owner")
    CompletableFuture<Connection<Person>> alternates(Owner owner, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, owner.id(), page, list::under);
    }

    record OwnerPayload(@Nullable Owner owner, List<Problem> problems) implements Payload {}
}
