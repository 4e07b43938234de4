package dev.claimgraph.sample;

import dev.claimgraph.access.People;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.ClaimInputs.SupersedeClaim;
import dev.claimgraph.claim.ClaimInputs.WithdrawClaim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.claim.Endings;
import dev.claimgraph.claim.Usages;
import dev.claimgraph.claim.Usages.RecordUsage;
import dev.claimgraph.copycheck.FlaggedPhrases;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.review.ReviewInputs.ApproveClaim;
import dev.claimgraph.review.ReviewInputs.RejectClaim;
import dev.claimgraph.review.ReviewInputs.SubmitClaim;
import dev.claimgraph.review.Reviews;
import dev.claimgraph.shared.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes the sample company through the doors: owners say what is so, marketers what to say, approvers what stands. */
@Component
class SampleLoader {

    private final People people;
    private final Products products;
    private final Subjects subjects;
    private final Facts facts;
    private final Claims claims;
    private final Endings endings;
    private final Reviews reviews;
    private final Usages usages;
    private final FlaggedPhrases flaggedPhrases;
    private final SampleEvents events;
    private final ChangeLog changes;
    private final Clock clock;

    SampleLoader(
            People people,
            Products products,
            Subjects subjects,
            Facts facts,
            Claims claims,
            Endings endings,
            Reviews reviews,
            Usages usages,
            FlaggedPhrases flaggedPhrases,
            SampleEvents events,
            ChangeLog changes,
            Clock clock) {
        this.people = people;
        this.products = products;
        this.subjects = subjects;
        this.facts = facts;
        this.claims = claims;
        this.endings = endings;
        this.reviews = reviews;
        this.usages = usages;
        this.flaggedPhrases = flaggedPhrases;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    /** @throws SampleUnusable for what a door refuses; nothing is written then */
    void load(SampleCompany company) {
        changes.write(() -> {
            var run = new SampleRun(actor("owner"), actor("marketer"), actor("approver"));
            company.products().each(product -> load(product, run));
            for (var type : SubjectType.values()) {
                company.subjects(type).each(subject -> load(type, subject, run));
            }
            company.facts().each(fact -> load(fact, run));
            company.claims().each(claim -> load(claim, run));
            company.events().each(event -> events.happen(event, run));
            company.flaggedPhrases().each(phrase -> flaggedPhrases.flag(run.approver(), phrase.input()));
            return company;
        });
    }

    private void load(SampleProduct product, SampleRun run) {
        run.wrote(
                "product",
                product.key(),
                products.create(run.owner(), product.input()).id());
    }

    private void load(SubjectType type, SampleSubject subject, SampleRun run) {
        run.wrote(
                type.kind(),
                subject.key(),
                subjects.create(run.owner(), type, subject.input(run)).id());
    }

    private void load(SampleFact fact, SampleRun run) {
        var recorded = facts.record(run.owner(), fact.input(run));
        run.wrote("fact", fact.key(), recorded.id());
        if (fact.verified() != null) {
            var note = fact.verified().note();
            var input = new VerifyFact(recorded.id(), recorded.basis(), Decision.VERIFIED, note, null, null);
            facts.verify(run.owner(), input);
        }
    }

    private void load(SampleClaim claim, SampleRun run) {
        var draft = claims.draft(run.marketer(), claim.input(run, clock.instant()));
        run.wrote("claim", claim.key(), draft.id());
        if (claim.status() != ClaimStatus.DRAFT) {
            reviews.submit(run.marketer(), new SubmitClaim(draft.id(), null));
        }
        switch (claim.status()) {
            case DRAFT, IN_REVIEW -> {}
            case REJECTED -> reviews.reject(run.approver(), new RejectClaim(draft.id(), claim.reason()));
            case APPROVED, WITHDRAWN, SUPERSEDED ->
                reviews.approve(run.approver(), new ApproveClaim(draft.id(), claims.basis(draft)));
        }
        for (var place : Objects.requireNonNullElse(claim.usages(), List.<SampleClaim.Place>of())) {
            var usage = usages.record(
                    run.marketer(),
                    new RecordUsage(draft.id(), place.url(), place.title(), place.channel(), null, null, null));
            run.wrote("usage", SampleClaim.place(claim.key(), place.url()), usage.id());
        }
        if (claim.status() == ClaimStatus.WITHDRAWN) {
            endings.withdraw(run.approver(), new WithdrawClaim(draft.id(), claim.reason()));
        } else if (claim.status() == ClaimStatus.SUPERSEDED) {
            var successor = run.id("claim", String.valueOf(claim.successor()));
            endings.supersede(run.approver(), new SupersedeClaim(draft.id(), successor, claim.reason()));
        }
    }

    private Actor actor(String account) {
        return people.actor(account).orElseThrow();
    }
}
