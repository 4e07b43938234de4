package dev.claimgraph.fact;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.IdOrKey;
import dev.claimgraph.shared.NodeSource;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The queries and mutations of facts, and their fields that lead to something else. */
@Controller
class FactController implements NodeSource {

    private final Facts facts;
    private final FactLists lists;
    private final People people;

    FactController(Facts facts, FactLists lists, People people) {
        this.facts = facts;
        this.lists = lists;
        this.people = people;
    }

    @QueryMapping
    @Nullable
    Fact fact(@Argument @Nullable String id, @Argument @Nullable String key) {
        return IdOrKey.find(
                id,
                key,
                wanted -> Optional.ofNullable(facts.byId(List.of(wanted)).get(wanted)),
                facts::byKey);
    }

    @QueryMapping
    Connection<Fact> facts(@Argument FactLists.@Nullable FactFilter filter, PageRequest page) {
        return lists.facts(filter, page);
    }

    @MutationMapping
    FactPayload recordFact(Actor actor, @Argument FactInputs.RecordFact input) {
        return Refusal.catching(() -> facts.record(actor, input), FactPayload::new);
    }

    @MutationMapping
    FactPayload reviseFact(Actor actor, @Argument FactInputs.ReviseFact input) {
        return Refusal.catching(() -> facts.revise(actor, input), FactPayload::new);
    }

    @MutationMapping
    FactPayload addEvidence(Actor actor, @Argument FactInputs.AddEvidence input) {
        return Refusal.catching(() -> facts.addEvidence(actor, input), FactPayload::new);
    }

    @MutationMapping
    FactPayload verifyFact(Actor actor, @Argument FactInputs.VerifyFact input) {
        return Refusal.catching(() -> facts.verify(actor, input), FactPayload::new);
    }

    @MutationMapping
    FactPayload retractFact(Actor actor, @Argument FactInputs.RetractFact input) {
        return Refusal.catching(() -> facts.retract(actor, input), FactPayload::new);
    }

    @SchemaMapping(typeName = "Fact")
    CompletableFuture<Connection<Verification>> verifications(
            Fact fact, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, fact.id(), page, lists::verifications);
    }

    @SchemaMapping(typeName = "Subject", field = "facts")
    CompletableFuture<Connection<Fact>> about(Subject subject, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, subject.id(), page, lists::about);
    }

    @SchemaMapping(typeName = "Retraction", field = "by")
    CompletableFuture<@Nullable Person> retractedBy(Fact.Retraction retraction, DataFetchingEnvironment field) {
        return Batch.one(field, retraction.personId(), people::byId);
    }

    @SchemaMapping(typeName = "Fact")
    CompletableFuture<@Nullable Person> recordedBy(Fact fact, DataFetchingEnvironment field) {
        return Batch.one(field, fact.recorded().personId(), people::byId);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("fact");
    }

    @Override
    public Map<String, Fact> byId(Collection<String> ids) {
        return facts.byId(ids);
    }

    record FactPayload(@Nullable Fact fact, List<Problem> problems) implements Payload {}
}
