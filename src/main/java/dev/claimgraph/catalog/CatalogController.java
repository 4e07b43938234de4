package dev.claimgraph.catalog;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.IdOrKey;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The catalog's queries and mutations. */
@Controller
class CatalogController {

    private final Products products;
    private final Subjects subjects;
    private final CatalogLists lists;
    private final OwnerChanges ownerChanges;

    CatalogController(Products products, Subjects subjects, CatalogLists lists, OwnerChanges ownerChanges) {
        this.products = products;
        this.subjects = subjects;
        this.lists = lists;
        this.ownerChanges = ownerChanges;
    }

    @QueryMapping
    @Nullable
    Product product(@Argument @Nullable String id, @Argument @Nullable String key) {
        return IdOrKey.find(id, key, products::byId, products::byKey);
    }

    @QueryMapping
    @Nullable
    Subject feature(@Argument @Nullable String id, @Argument @Nullable String key) {
        return subject(SubjectType.FEATURE, id, key);
    }

    @QueryMapping
    @Nullable
    Subject persona(@Argument @Nullable String id, @Argument @Nullable String key) {
        return subject(SubjectType.PERSONA, id, key);
    }

    @QueryMapping
    @Nullable
    Subject marketProblem(@Argument @Nullable String id, @Argument @Nullable String key) {
        return subject(SubjectType.MARKET_PROBLEM, id, key);
    }

    @QueryMapping
    @Nullable
    Subject competitor(@Argument @Nullable String id, @Argument @Nullable String key) {
        return subject(SubjectType.COMPETITOR, id, key);
    }

    @QueryMapping
    Connection<Product> products(
            @Argument @Nullable CatalogFilter filter, @Argument @Nullable CatalogOrder orderBy, PageRequest page) {
        return lists.products(filter, orderBy, page);
    }

    @QueryMapping
    Connection<Subject> features(
            @Argument @Nullable CatalogFilter filter, @Argument @Nullable CatalogOrder orderBy, PageRequest page) {
        return lists.subjects(SubjectType.FEATURE, filter, orderBy, page);
    }

    @QueryMapping
    Connection<Subject> personas(
            @Argument @Nullable CatalogFilter filter, @Argument @Nullable CatalogOrder orderBy, PageRequest page) {
        return lists.subjects(SubjectType.PERSONA, filter, orderBy, page);
    }

    @QueryMapping
    Connection<Subject> marketProblems(
            @Argument @Nullable CatalogFilter filter, @Argument @Nullable CatalogOrder orderBy, PageRequest page) {
        return lists.subjects(SubjectType.MARKET_PROBLEM, filter, orderBy, page);
    }

    @QueryMapping
    Connection<Subject> competitors(
            @Argument @Nullable CatalogFilter filter, @Argument @Nullable CatalogOrder orderBy, PageRequest page) {
        return lists.subjects(SubjectType.COMPETITOR, filter, orderBy, page);
    }

    @MutationMapping
    ProductPayload createProduct(Actor actor, @Argument Products.CreateProduct input) {
        return Refusal.catching(() -> products.create(actor, input), ProductPayload::new);
    }

    @MutationMapping
    ProductPayload reviseProduct(Actor actor, @Argument Products.ReviseProduct input) {
        return Refusal.catching(() -> products.revise(actor, input), ProductPayload::new);
    }

    @MutationMapping
    ChangeOwnerPayload changeOwner(Actor actor, @Argument OwnerChanges.ChangeOwner input) {
        return Refusal.catching(() -> ownerChanges.change(actor, input), ChangeOwnerPayload::new);
    }

    @MutationMapping
    FeaturePayload createFeature(Actor actor, @Argument CreateSubject input) {
        return Refusal.catching(() -> subjects.create(actor, SubjectType.FEATURE, input), FeaturePayload::new);
    }

    @MutationMapping
    PersonaPayload createPersona(Actor actor, @Argument CreateSubject input) {
        return Refusal.catching(() -> subjects.create(actor, SubjectType.PERSONA, input), PersonaPayload::new);
    }

    @MutationMapping
    MarketProblemPayload createMarketProblem(Actor actor, @Argument CreateSubject input) {
        return Refusal.catching(
                () -> subjects.create(actor, SubjectType.MARKET_PROBLEM, input), MarketProblemPayload::new);
    }

    @MutationMapping
    CompetitorPayload createCompetitor(Actor actor, @Argument CreateSubject input) {
        return Refusal.catching(() -> subjects.create(actor, SubjectType.COMPETITOR, input), CompetitorPayload::new);
    }

    private @Nullable Subject subject(SubjectType type, @Nullable String id, @Nullable String key) {
        return IdOrKey.find(
                id,
                key,
                wanted -> Optional.ofNullable(subjects.byId(List.of(wanted)).get(wanted))
                        .filter(subject -> subject.type() == type),
                wanted -> subjects.byKey(type, wanted));
    }

    record ProductPayload(@Nullable Product product, List<Problem> problems) implements Payload {}

    record ChangeOwnerPayload(@Nullable Object owned, List<Problem> problems) implements Payload {}

    record FeaturePayload(@Nullable Subject feature, List<Problem> problems) implements Payload {}

    record PersonaPayload(@Nullable Subject persona, List<Problem> problems) implements Payload {}

    record MarketProblemPayload(@Nullable Subject marketProblem, List<Problem> problems) implements Payload {}

    record CompetitorPayload(@Nullable Subject competitor, List<Problem> problems) implements Payload {}
}
