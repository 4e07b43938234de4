package dev.claimgraph.impact;

import dev.claimgraph.catalog.ReviseSubject;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.impact.Impacts.RevisionImpact;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Revisions of the four types of subject, made or previewed. */
@Controller
class ImpactController {

    private final Impacts impacts;
    private final ClaimLists claims;

    ImpactController(Impacts impacts, ClaimLists claims) {
        this.impacts = impacts;
        this.claims = claims;
    }

    @MutationMapping
    ReviseFeaturePayload reviseFeature(Actor actor, @Argument ReviseSubject input, DataFetchingEnvironment field) {
        var revised = revise(actor, SubjectType.FEATURE, input, field);
        return new ReviseFeaturePayload(revised.subject(), revised.impact(), revised.problems());
    }

    @MutationMapping
    RevisePersonaPayload revisePersona(Actor actor, @Argument ReviseSubject input, DataFetchingEnvironment field) {
        var revised = revise(actor, SubjectType.PERSONA, input, field);
        return new RevisePersonaPayload(revised.subject(), revised.impact(), revised.problems());
    }

    @MutationMapping
    ReviseMarketProblemPayload reviseMarketProblem(
            Actor actor, @Argument ReviseSubject input, DataFetchingEnvironment field) {
        var revised = revise(actor, SubjectType.MARKET_PROBLEM, input, field);
        return new ReviseMarketProblemPayload(revised.subject(), revised.impact(), revised.problems());
    }

    @MutationMapping
    ReviseCompetitorPayload reviseCompetitor(
            Actor actor, @Argument ReviseSubject input, DataFetchingEnvironment field) {
        var revised = revise(actor, SubjectType.COMPETITOR, input, field);
        return new ReviseCompetitorPayload(revised.subject(), revised.impact(), revised.problems());
    }

    @QueryMapping
    Preview previewFeatureRevision(@Argument ReviseSubject input) {
        return preview(SubjectType.FEATURE, input);
    }

    @QueryMapping
    Preview previewPersonaRevision(@Argument ReviseSubject input) {
        return preview(SubjectType.PERSONA, input);
    }

    @QueryMapping
    Preview previewMarketProblemRevision(@Argument ReviseSubject input) {
        return preview(SubjectType.MARKET_PROBLEM, input);
    }

    @QueryMapping
    Preview previewCompetitorRevision(@Argument ReviseSubject input) {
        return preview(SubjectType.COMPETITOR, input);
    }

    @SchemaMapping(typeName = "RevisionPreview")
    Connection<Fact> suspectFacts(Preview preview, PageRequest page) {
        return Connection.of(page, page.slice(preview.facts(), Fact::id), Fact::id, Fact::id, preview.facts()::size);
    }

    @SchemaMapping(typeName = "RevisionPreview")
    Connection<Claim> staleClaims(Preview preview, PageRequest page) {
        return claims.currentOn(preview.factIds(), page);
    }

    @SchemaMapping(typeName = "RevisionPreview")
    long affectedUsages(Preview preview) {
        return claims.countLiveUsagesOn(preview.factIds());
    }

    private Outcome revise(Actor actor, SubjectType type, ReviseSubject input, DataFetchingEnvironment field) {
        var measured = field.getSelectionSet().contains("impact");
        try {
            var revised = impacts.revise(actor, type, input, measured);
            return new Outcome(revised.subject(), revised.impact(), List.of());
        } catch (Refusal refusal) {
            return new Outcome((Subject) refusal.present(), null, refusal.problems());
        }
    }

    private Preview preview(SubjectType type, ReviseSubject input) {
        try {
            return impacts.preview(type, input);
        } catch (Refusal refusal) {
            return new Preview(List.of(), refusal.problems());
        }
    }

    private record Outcome(
            @Nullable Subject subject, @Nullable RevisionImpact impact, List<Problem> problems) {}

    record ReviseFeaturePayload(
            @Nullable Subject feature, @Nullable RevisionImpact impact, List<Problem> problems) implements Payload {}

    record RevisePersonaPayload(
            @Nullable Subject persona, @Nullable RevisionImpact impact, List<Problem> problems) implements Payload {}

    record ReviseMarketProblemPayload(
            @Nullable Subject marketProblem, @Nullable RevisionImpact impact, List<Problem> problems)
            implements Payload {}

    record ReviseCompetitorPayload(
            @Nullable Subject competitor, @Nullable RevisionImpact impact, List<Problem> problems) implements Payload {}
}
