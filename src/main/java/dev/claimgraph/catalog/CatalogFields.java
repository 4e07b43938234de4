package dev.claimgraph.catalog;

import dev.claimgraph.access.Owner;
import dev.claimgraph.access.Owners;
import dev.claimgraph.api.Batch;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.NodeSource;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields of products and subjects that lead to something else, each read once for a whole answer. */
@Controller
class CatalogFields implements NodeSource {

    private final Products products;
    private final SubjectRepository subjects;
    private final CatalogLists lists;
    private final Owners owners;

    CatalogFields(Products products, SubjectRepository subjects, CatalogLists lists, Owners owners) {
        this.products = products;
        this.subjects = subjects;
        this.lists = lists;
        this.owners = owners;
    }

    @SchemaMapping(typeName = "Subject")
    CompletableFuture<@Nullable Owner> owner(Subject subject, DataFetchingEnvironment field) {
        return subject.ownerId() == null
                ? Batch.<String, Owner>one(field, subject.id(), this::ownersById)
                : Batch.one(field, subject.ownerId(), owners::byId);
    }

    /** Loaded where the subject came in brief with something else. */
    @SchemaMapping(typeName = "Subject")
    CompletableFuture<List<Attribute>> attributes(Subject subject, DataFetchingEnvironment field) {
        return subject.inBrief()
                ? Batch.many(field, subject.id(), this::attributesById)
                : CompletableFuture.completedFuture(subject.attributes());
    }

    @SchemaMapping(typeName = "Product", field = "owner")
    CompletableFuture<@Nullable Owner> productOwner(Product product, DataFetchingEnvironment field) {
        return Batch.one(field, product.ownerId(), owners::byId);
    }

    @SchemaMapping(typeName = "Revision")
    CompletableFuture<@Nullable Owner> by(Revision revision, DataFetchingEnvironment field) {
        return Batch.one(field, revision.personId(), owners::byId);
    }

    @SchemaMapping(typeName = "Feature")
    Lifecycle lifecycle(Subject feature) {
        return Objects.requireNonNull(feature.lifecycle());
    }

    @SchemaMapping(typeName = "Feature")
    CompletableFuture<@Nullable Product> product(Subject feature, DataFetchingEnvironment field) {
        return Batch.<String, Product>one(field, Objects.requireNonNull(feature.productId()), products::byId);
    }

    @SchemaMapping(typeName = "MarketProblem")
    CompletableFuture<List<Subject>> personas(Subject problem, DataFetchingEnvironment field) {
        return Batch.many(field, problem.id(), ids -> linked(ids, Subject::personaIds));
    }

    @SchemaMapping(typeName = "MarketProblem", field = "features")
    CompletableFuture<List<Subject>> solvedBy(Subject problem, DataFetchingEnvironment field) {
        return Batch.many(field, problem.id(), ids -> linked(ids, Subject::featureIds));
    }

    @SchemaMapping(typeName = "Product")
    CompletableFuture<Connection<Subject>> features(Product product, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, product.id(), page, lists::features);
    }

    @SchemaMapping(typeName = "Subject")
    CompletableFuture<Connection<Revision>> revisions(
            Subject subject, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, subject.id(), page, lists::revisions);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("product", "feature", "persona", "problem", "competitor");
    }

    @Override
    public Map<String, ?> byId(Collection<String> ids) {
        var found = new HashMap<String, Object>(products.byId(ids));
        found.putAll(subjects.byId(ids));
        return found;
    }

    /** Two statements, whatever the number of subjects. */
    private Map<String, Owner> ownersById(Collection<String> subjectIds) {
        var whole = subjects.byId(subjectIds).values();
        var found = owners.byId(whole.stream()
                .map(subject -> Objects.requireNonNull(subject.ownerId()))
                .distinct()
                .toList());
        return whole.stream()
                .filter(subject -> found.containsKey(subject.ownerId()))
                .collect(Collectors.toMap(Subject::id, subject -> found.get(subject.ownerId())));
    }

    private Map<String, List<Attribute>> attributesById(Collection<String> ids) {
        var attributes = new HashMap<String, List<Attribute>>();
        subjects.byId(ids).forEach((id, subject) -> attributes.put(id, subject.attributes()));
        return attributes;
    }

    /** Two statements, whatever the number of problems. */
    private Map<String, List<Subject>> linked(Collection<String> problemIds, Function<Subject, List<String>> links) {
        var problems = subjects.byId(problemIds).values();
        var there = subjects.byId(problems.stream()
                .flatMap(problem -> links.apply(problem).stream())
                .distinct()
                .toList());
        return problems.stream()
                .collect(Collectors.toMap(
                        Subject::id,
                        problem -> links.apply(problem).stream()
                                .map(there::get)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
