package dev.claimgraph.contribution;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.contribution.ContributionLists.ContributionFilter;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.NodeSource;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The queries and mutations of contributions, and what leads to them and from them. */
@Controller
class ContributionController implements NodeSource {

    private final Contributions contributions;
    private final ContributionRepository repository;
    private final ContributionLists lists;
    private final Areas areas;
    private final Subjects subjects;
    private final Facts facts;
    private final People people;

    ContributionController(
            Contributions contributions,
            ContributionRepository repository,
            ContributionLists lists,
            Areas areas,
            Subjects subjects,
            Facts facts,
            People people) {
        this.contributions = contributions;
        this.repository = repository;
        this.lists = lists;
        this.areas = areas;
        this.subjects = subjects;
        this.facts = facts;
        this.people = people;
    }

    @QueryMapping
    @Nullable
    Contribution contribution(@Argument String id) {
        return contributions.byId(List.of(id)).get(id);
    }

    @QueryMapping
    Connection<Contribution> contributions(
            Actor actor, @Argument @Nullable ContributionFilter filter, PageRequest page) {
        return lists.contributions(actor, filter, page);
    }

    @MutationMapping
    ContributionPayload contribute(Actor actor, @Argument ContributionInputs.Contribute input) {
        return Refusal.catching(() -> contributions.offer(actor, input), ContributionPayload::new);
    }

    @MutationMapping
    ContributionPayload acceptContribution(Actor actor, @Argument ContributionInputs.AcceptContribution input) {
        return Refusal.catching(() -> contributions.accept(actor, input), ContributionPayload::new);
    }

    @MutationMapping
    ContributionPayload declineContribution(Actor actor, @Argument ContributionInputs.DeclineContribution input) {
        return Refusal.catching(() -> contributions.decline(actor, input), ContributionPayload::new);
    }

    @MutationMapping
    ContributionPayload withdrawContribution(Actor actor, @Argument ContributionInputs.WithdrawContribution input) {
        return Refusal.catching(() -> contributions.withdraw(actor, input), ContributionPayload::new);
    }

    @SchemaMapping(typeName = "Contribution")
    CompletableFuture<@Nullable Subject> subject(Contribution contribution, DataFetchingEnvironment field) {
        return one(field, contribution.content().subjectId(), subjects::byId);
    }

    @SchemaMapping(typeName = "Contribution")
    CompletableFuture<@Nullable Fact> fact(Contribution contribution, DataFetchingEnvironment field) {
        return one(field, contribution.content().factId(), facts::byId);
    }

    @SchemaMapping(typeName = "Contribution")
    CompletableFuture<@Nullable Area> area(Contribution contribution, DataFetchingEnvironment field) {
        return one(field, contribution.areaId(), areas::byId);
    }

    @SchemaMapping(typeName = "Contribution", field = "by")
    CompletableFuture<@Nullable Person> offeredBy(Contribution contribution, DataFetchingEnvironment field) {
        return one(field, contribution.personId(), people::byId);
    }

    @SchemaMapping(typeName = "ContributionDecision", field = "by")
    CompletableFuture<@Nullable Person> decidedBy(Contribution.Decided decision, DataFetchingEnvironment field) {
        return one(field, decision.personId(), people::byId);
    }

    @SchemaMapping(typeName = "Contribution")
    CompletableFuture<@Nullable Object> became(Contribution contribution, DataFetchingEnvironment field) {
        return one(field, contribution.becameId(), this::thingsById);
    }

    @SchemaMapping(typeName = "Fact", field = "contribution")
    CompletableFuture<@Nullable Contribution> ofFact(Fact fact, DataFetchingEnvironment field) {
        return one(field, fact.id(), repository::ofFacts);
    }

    @SchemaMapping(typeName = "Fact", field = "contributedEvidence")
    CompletableFuture<Connection<Contribution>> evidence(Fact fact, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, fact.id(), page, lists::evidence);
    }

    @SchemaMapping(typeName = "MarketProblem", field = "contribution")
    CompletableFuture<@Nullable Contribution> ofMarketProblem(Subject problem, DataFetchingEnvironment field) {
        return one(field, problem.id(), repository::ofSubjects);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Contributions.KIND);
    }

    @Override
    public Map<String, Contribution> byId(Collection<String> ids) {
        return contributions.byId(ids);
    }

    /** At most two statements. */
    private Map<String, Object> thingsById(Collection<String> ids) {
        var things = new HashMap<String, Object>();
        var factIds = ids.stream().filter(id -> id.startsWith("fact_")).toList();
        var subjectIds = ids.stream().filter(id -> !factIds.contains(id)).toList();
        if (!factIds.isEmpty()) {
            things.putAll(facts.byId(factIds));
        }
        if (!subjectIds.isEmpty()) {
            things.putAll(subjects.byId(subjectIds));
        }
        return things;
    }

    private static <T> CompletableFuture<@Nullable T> one(
            DataFetchingEnvironment field, @Nullable String id, Function<Collection<String>, Map<String, T>> read) {
        return id == null ? CompletableFuture.completedFuture(null) : Batch.<String, T>one(field, id, read);
    }

    record ContributionPayload(@Nullable Contribution contribution, List<Problem> problems) implements Payload {}
}
