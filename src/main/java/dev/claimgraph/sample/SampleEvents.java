package dev.claimgraph.sample;

import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.catalog.Subjects.RevisionListener;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimInputs.ReviseClaim;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.claim.Usages;
import dev.claimgraph.claim.Usages.EndUsage;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactInputs.RetractFact;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.review.ReviewInputs.ReaffirmClaim;
import dev.claimgraph.review.Reviews;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.stereotype.Component;

/** Lets happen what happened at the sample company, each thing by whoever does such a thing. */
@Component
class SampleEvents {

    private final Subjects subjects;
    private final Facts facts;
    private final Claims claims;
    private final Reviews reviews;
    private final Usages usages;

    SampleEvents(Subjects subjects, Facts facts, Claims claims, Reviews reviews, Usages usages) {
        this.subjects = subjects;
        this.facts = facts;
        this.claims = claims;
        this.reviews = reviews;
        this.usages = usages;
    }

    void happen(SampleEvent event, SampleRun run) {
        switch (event) {
            case SampleEvent.Revise revise -> revise(revise, run);
            case SampleEvent.Verify verify -> verify(verify, run);
            case SampleEvent.Retract retract ->
                facts.retract(run.owner(), new RetractFact(fact(retract.fact()).id(), retract.reason()));
            case SampleEvent.ReviseClaim revise -> revise(revise, run);
            case SampleEvent.Reaffirm reaffirm -> reaffirm(reaffirm, run);
            case SampleEvent.EndUsage end -> usages.end(run.marketer(), new EndUsage(run.id("usage", end.place())));
        }
    }

    private void revise(SampleEvent.Revise event, SampleRun run) {
        var type = event.about().type();
        var key = event.about().key();
        var present = subjects.byKey(type, key).orElseThrow(() -> SampleRun.missing(type.kind(), key));
        var input = event.input(present.id(), present.revision());
        subjects.revise(run.owner(), type, input, RevisionListener.NONE);
    }

    private void verify(SampleEvent.Verify event, SampleRun run) {
        var present = fact(event.fact());
        var input =
                new VerifyFact(present.id(), present.basis(), event.decision(), event.note(), null, event.statement());
        facts.verify(run.owner(), input);
    }

    private void revise(SampleEvent.ReviseClaim event, SampleRun run) {
        var present = claim(event.claim());
        var input = new ReviseClaim(
                present.id(),
                present.revision(),
                event.text(),
                null,
                null,
                null,
                null,
                null,
                event.qualifiers(),
                null,
                ArgumentValue.omitted());
        claims.revise(run.marketer(), input);
    }

    private void reaffirm(SampleEvent.Reaffirm event, SampleRun run) {
        var present = claim(event.claim());
        reviews.reaffirm(run.approver(), new ReaffirmClaim(present.id(), claims.basis(present), event.note()));
    }

    private Fact fact(String key) {
        return facts.byKey(key).orElseThrow(() -> SampleRun.missing("fact", key));
    }

    private Claim claim(String key) {
        return claims.byKey(key).orElseThrow(() -> SampleRun.missing("claim", key));
    }
}
