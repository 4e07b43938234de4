package dev.claimgraph.claim;

import dev.claimgraph.access.Callers;
import dev.claimgraph.access.Scope;
import dev.claimgraph.api.Selection;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.IdOrKey;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The queries and mutations of claims and usages. */
@Controller
class ClaimController {

    private final Claims claims;
    private final PastClaims past;
    private final Endings endings;
    private final ClaimLists lists;
    private final UsageLists usageLists;
    private final Usages usages;
    private final Fallbacks fallbacks;
    private final Chains chains;
    private final Callers callers;

    ClaimController(
            Claims claims,
            PastClaims past,
            Endings endings,
            ClaimLists lists,
            UsageLists usageLists,
            Usages usages,
            Fallbacks fallbacks,
            Chains chains,
            Callers callers) {
        this.claims = claims;
        this.past = past;
        this.endings = endings;
        this.lists = lists;
        this.usageLists = usageLists;
        this.usages = usages;
        this.fallbacks = fallbacks;
        this.chains = chains;
        this.callers = callers;
    }

    @QueryMapping
    @Nullable
    Claim claim(
            @Argument @Nullable String id,
            @Argument @Nullable String key,
            @Argument @Nullable Instant asOf,
            DataFetchingEnvironment field) {
        if (asOf != null) {
            return IdOrKey.find(
                    id,
                    key,
                    wanted -> past.asOf(asOf, wanted),
                    wanted -> claims.byKey(wanted).flatMap(claim -> past.asOf(asOf, claim.id())));
        }
        var withUsages = Selection.names(field, "usages");
        return IdOrKey.find(
                id, key, wanted -> withUsages ? claims.withUsages(wanted) : claims.byId(wanted), claims::byKey);
    }

    @QueryMapping
    Connection<Claim> claims(@Nullable ClaimFilter filter, PageRequest page, DataFetchingEnvironment field) {
        return lists.claims(filter, page, Selection.ofNodesIsWithin(field, ClaimLists.IN_BRIEF));
    }

    @QueryMapping
    @Nullable
    Usage usage(@Argument String id) {
        return usages.byId(List.of(id)).get(id);
    }

    @QueryMapping
    Connection<Usage> usages(@Argument UsageLists.@Nullable UsageFilter filter, PageRequest page) {
        return usageLists.usages(filter, page);
    }

    @QueryMapping
    Publication publishableClaim(
            @Argument String id, @Argument @Nullable String channel, @Argument @Nullable String locale) {
        var claim = claims.byId(id).orElse(null);
        if (claim == null) {
            return Publication.NONE;
        }
        var printed = claim.usable() ? Optional.of(claim) : chains.fallback(claim);
        return printed.map(usable -> Publication.of(usable, channel, locale))
                .orElseGet(() -> Publication.withheld(claim, callers.read(Scope.CATALOG_READ, Scope.FACTS_READ)));
    }

    @MutationMapping
    ClaimPayload draftClaim(Actor actor, @Argument ClaimInputs.DraftClaim input) {
        return payload(() -> claims.draft(actor, input));
    }

    @MutationMapping
    ClaimPayload reviseClaim(Actor actor, @Argument ClaimInputs.ReviseClaim input) {
        return payload(() -> claims.revise(actor, input));
    }

    @MutationMapping
    ClaimPayload withdrawClaim(Actor actor, @Argument ClaimInputs.WithdrawClaim input) {
        return payload(() -> endings.withdraw(actor, input));
    }

    @MutationMapping
    ClaimPayload supersedeClaim(Actor actor, @Argument ClaimInputs.SupersedeClaim input) {
        return payload(() -> endings.supersede(actor, input));
    }

    @MutationMapping
    ClaimPayload setFallback(Actor actor, @Argument Fallbacks.SetFallback input) {
        return payload(() -> fallbacks.set(actor, input));
    }

    @MutationMapping
    UsagePayload recordUsage(Actor actor, @Argument Usages.RecordUsage input) {
        return Refusal.catching(() -> usages.record(actor, input), UsagePayload::new);
    }

    @MutationMapping
    UsagePayload endUsage(Actor actor, @Argument Usages.EndUsage input) {
        return Refusal.catching(() -> usages.end(actor, input), UsagePayload::new);
    }

    private static ClaimPayload payload(Supplier<Claim> write) {
        return Refusal.catching(write, ClaimPayload::new);
    }

    record UsagePayload(@Nullable Usage usage, List<Problem> problems) implements Payload {}
}
