package dev.claimgraph.claim;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.NodeSource;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields of claims and usages that lead to something else, each read once for a whole answer. */
@Controller
class ClaimFields implements NodeSource {

    private final Claims claims;
    private final ClaimLists lists;
    private final Usages usages;
    private final Facts facts;
    private final People people;

    ClaimFields(Claims claims, ClaimLists lists, Usages usages, Facts facts, People people) {
        this.claims = claims;
        this.lists = lists;
        this.usages = usages;
        this.facts = facts;
        this.people = people;
    }

    @SchemaMapping(typeName = "Claim")
    CompletableFuture<String> basis(Claim claim, DataFetchingEnvironment field) {
        return claim.draft() == null
                ? CompletableFuture.completedFuture(claim.basis(claim.facts()))
                : Batch.all(field, claim.draft().content().factIds(), facts::byId)
                        .thenApply(claim::basis);
    }

    @SchemaMapping(typeName = "Claim")
    CompletableFuture<String> explanation(Claim claim, DataFetchingEnvironment field) {
        return Batch.all(field, Explanation.peopleIn(claim), people::byId).thenApply(named -> {
            var names = named.stream().collect(Collectors.toMap(Person::id, Person::name));
            return Explanation.of(claim, id -> names.getOrDefault(id, "somebody"));
        });
    }

    @SchemaMapping(typeName = "Claim")
    CompletableFuture<@Nullable Person> author(Claim claim, DataFetchingEnvironment field) {
        return Batch.one(field, claim.authorId(), people::byId);
    }

    @SchemaMapping(typeName = "Claim")
    CompletableFuture<@Nullable Claim> supersededBy(Claim claim, DataFetchingEnvironment field) {
        return claim.successorId() == null
                ? CompletableFuture.completedFuture(null)
                : Batch.one(field, claim.successorId(), claims::byId);
    }

    @SchemaMapping(typeName = "Claim", field = "usages")
    CompletableFuture<Connection<Usage>> usagesOf(
            Claim claim, @Argument @Nullable Boolean live, PageRequest page, DataFetchingEnvironment field) {
        if (claim.firstUsages() != null && live == null && page.isWithinDefault()) {
            return CompletableFuture.completedFuture(
                    Connection.of(page, claim.firstUsages(), Usage::id, Usage::id, () -> 0));
        }
        return Batch.connection(field, claim.id(), page, (ids, wanted) -> lists.usagesOf(ids, live, wanted));
    }

    @SchemaMapping(typeName = "Reason")
    CompletableFuture<@Nullable Person> by(Reason reason, DataFetchingEnvironment field) {
        return reason.personId() == null
                ? CompletableFuture.completedFuture(null)
                : Batch.one(field, reason.personId(), people::byId);
    }

    @SchemaMapping(typeName = "Approval", field = "by")
    CompletableFuture<@Nullable Person> approvedBy(Approval approval, DataFetchingEnvironment field) {
        return Batch.one(field, approval.personId(), people::byId);
    }

    @SchemaMapping(typeName = "ClaimDraft", field = "facts")
    CompletableFuture<List<Fact>> draftFacts(Draft draft, DataFetchingEnvironment field) {
        return Batch.all(field, draft.content().factIds(), facts::byId);
    }

    @SchemaMapping(typeName = "Fact", field = "claims")
    CompletableFuture<Connection<Claim>> standingOn(Fact fact, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, fact.id(), page, lists::standingOn);
    }

    @SchemaMapping(typeName = "Usage", field = "claim")
    CompletableFuture<@Nullable Claim> published(Usage usage, DataFetchingEnvironment field) {
        return Batch.one(field, usage.claimId(), claims::byId);
    }

    @Override
    public Set<String> kinds() {
        return Set.of("claim", "usage");
    }

    @Override
    public Map<String, ?> byId(Collection<String> ids) {
        var found = new HashMap<String, Object>(claims.byId(ids));
        found.putAll(usages.byId(ids));
        return found;
    }
}
