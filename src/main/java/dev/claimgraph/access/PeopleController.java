package dev.claimgraph.access;

import dev.claimgraph.api.Batch;
import dev.claimgraph.history.Change;
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
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers who is calling, and who else there is; and forgets who has left. */
@Controller
class PeopleController {

    private final People people;
    private final PeopleList list;

    PeopleController(People people, PeopleList list) {
        this.people = people;
        this.list = list;
    }

    @QueryMapping
    Person me(Actor actor) {
        return people.byId(actor.id()).orElseThrow();
    }

    @QueryMapping
    @Nullable
    Person person(@Argument String id) {
        return people.byId(id).orElse(null);
    }

    @QueryMapping
    Connection<Person> people(@Argument PeopleList.@Nullable PersonFilter filter, PageRequest page) {
        return list.page(filter, page);
    }

    @MutationMapping
    PersonPayload pseudonymisePerson(Actor actor, @Argument PseudonymisePerson input) {
        return Refusal.catching(() -> people.pseudonymise(actor, input.personId()), PersonPayload::new);
    }

    @SchemaMapping(typeName = "Change")
    CompletableFuture<@Nullable Person> by(Change change, DataFetchingEnvironment field) {
        return Batch.one(field, change.actorId(), people::byId);
    }

    record PseudonymisePerson(@Nullable String personId) {}

    record PersonPayload(@Nullable Person person, List<Problem> problems) implements Payload {}
}
