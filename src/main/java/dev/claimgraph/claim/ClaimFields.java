package dev.claimgraph.claim;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.fact.PastFacts;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.BadArgument;
import dev.claimgraph.shared.NodeSource;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields of claims and usages that lead to something else, each read once for a whole answer. */
@Controller
class ClaimFields implements NodeSource {

    private final Claims claims;
    private final PastClaims pastClaims;
    private final ClaimLists lists;
    private final UsageLists usageLists;
    private final Usages usages;
    private final Chains chains;
    private final Facts facts;
    private final PastFacts pastFacts;
    private final People people;

    ClaimFields(
            Claims claims,
            PastClaims pastClaims,
            ClaimLists lists,
            UsageLists usageLists,
            Usages usages,
            Chains chains,
            Facts facts,
            PastFacts pastFacts,
            People people) {
        this.claims = claims;
        this.pastClaims = pastClaims;
        this.lists = lists;
        this.usageLists = usageLists;
        this.usages = usages;
        this.chains = chains;
        this.facts = facts;
        this.pastFacts = pastFacts;
        this.people = people;
    }

    @SchemaMapping(typeName = "Claim")
    CompletableFuture<String> basis(Claim claim, DataFetchingEnvironment field) {
        return claim.draft() == null
                ? CompletableFuture.completedFuture(claim.basis(claim.facts()))
                : Batch.all(
                                field,
                                Key.of(claim.asOf(), claim.draft().content().factIds()),
                                keys -> Key.read(keys, this::facts))
                        .thenApply(claim::basis);
    }

    @SchemaMapping(typeName = "Claim")
    String wording(Claim claim, @Argument @Nullable String channel, @Argument @Nullable String locale) {
        return claim.wording(channel, locale);
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
                : Batch.one(field, Key.of(claim, claim.successorId()), keys -> Key.read(keys, this::claims));
    }

    @SchemaMapping(typeName = "Claim")
    CompletableFuture<@Nullable Claim> fallback(Claim claim, DataFetchingEnvironment field) {
        return claim.fallbackId() == null
                ? CompletableFuture.completedFuture(null)
                : Batch.one(field, Key.of(claim, claim.fallbackId()), keys -> Key.read(keys, this::claims));
    }

    @SchemaMapping(typeName = "Claim", field = "usages")
    CompletableFuture<Connection<Usage>> usagesOf(
            Claim claim, @Argument @Nullable Boolean live, PageRequest page, DataFetchingEnvironment field) {
        if (claim.asOf() != null) {
            return usagesAsOf(claim, live, page, field);
        }
        if (claim.firstUsages() != null && live == null && page.isWithinDefault()) {
            return CompletableFuture.completedFuture(
                    Connection.of(page, claim.firstUsages(), Usage::id, Usage::id, () -> 0));
        }
        return Batch.connection(field, claim.id(), page, (ids, wanted) -> usageLists.of(ids, live, wanted));
    }

    private CompletableFuture<Connection<Usage>> usagesAsOf(
            Claim claim, @Nullable Boolean live, PageRequest page, DataFetchingEnvironment field) {
        if (live != null) {
            throw new BadArgument("live is of now: leave it out where the claim is asked for as of a moment.");
        }
        return Batch.all(
                        field,
                        List.of(Key.of(claim, claim.id())),
                        keys -> Key.<Connection<Usage>>read(
                                keys, (asOf, ids) -> usageLists.asOf(Objects.requireNonNull(asOf), ids, page)))
                .thenApply(List::getFirst);
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
        return Batch.all(field, Key.of(draft.asOf(), draft.content().factIds()), keys -> Key.read(keys, this::facts));
    }

    @SchemaMapping(typeName = "Fact", field = "claims")
    CompletableFuture<Connection<Claim>> standingOn(Fact fact, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, fact.id(), page, lists::standingOn);
    }

    @SchemaMapping(typeName = "Usage", field = "claim")
    CompletableFuture<@Nullable Claim> published(Usage usage, DataFetchingEnvironment field) {
        return Batch.one(field, usage.claimId(), claims::byId);
    }

    @SchemaMapping(typeName = "Usage")
    CompletableFuture<@Nullable Claim> replacement(Usage usage, DataFetchingEnvironment field) {
        return Batch.one(field, usage.claimId(), chains::replacements);
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

    private Map<String, Claim> claims(@Nullable Instant asOf, Collection<String> ids) {
        return asOf == null ? claims.byId(ids) : pastClaims.asOf(asOf, ids);
    }

    private Map<String, Fact> facts(@Nullable Instant asOf, Collection<String> ids) {
        return asOf == null ? facts.byId(ids) : pastFacts.asOf(asOf, ids);
    }

    /** Something that a claim leads to, as of the moment that the claim was asked for; null for now. */
    private record Key(String id, @Nullable Instant asOf) {

        static Key of(Claim claim, String id) {
            return new Key(id, claim.asOf());
        }

        static List<Key> of(@Nullable Instant asOf, Collection<String> ids) {
            return ids.stream().map(id -> new Key(id, asOf)).toList();
        }

        static <V> Map<Key, V> read(
                Collection<Key> keys, BiFunction<@Nullable Instant, Collection<String>, Map<String, V>> read) {
            var idsByMoment = new HashMap<@Nullable Instant, List<String>>();
            keys.forEach(key -> idsByMoment
                    .computeIfAbsent(key.asOf, moment -> new ArrayList<>())
                    .add(key.id));
            var found = new HashMap<Key, V>();
            idsByMoment.forEach((moment, ids) ->
                    read.apply(moment, ids).forEach((id, value) -> found.put(new Key(id, moment), value)));
            return found;
        }
    }
}
