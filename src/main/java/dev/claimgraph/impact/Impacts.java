package dev.claimgraph.impact;

import dev.claimgraph.catalog.ReviseSubject;
import dev.claimgraph.catalog.RevisionPlan;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Refusal;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for revisions: makes them, with what they make stale where the caller asks, or only says what they would. */
@Component
public class Impacts {

    private final Subjects subjects;
    private final Facts facts;
    private final ClaimLists claims;

    Impacts(Subjects subjects, Facts facts, ClaimLists claims) {
        this.subjects = subjects;
        this.facts = facts;
        this.claims = claims;
    }

    /**
     * Makes a revision. For the subject's owner.
     *
     * @param measured whether to work out its impact, in its transaction and before it is written
     * @throws Refusal as {@link Subjects#revise}
     */
    public Revised revise(Actor actor, SubjectType type, ReviseSubject input, boolean measured) {
        var impact = new AtomicReference<>(RevisionImpact.NONE);
        var subject = subjects.revise(
                actor, type, input, measured ? plan -> impact.set(impact(plan)) : Subjects.RevisionListener.NONE);
        return new Revised(subject, measured ? impact.get() : null);
    }

    /** For anybody. @throws Refusal as the revision would */
    Preview preview(SubjectType type, ReviseSubject input) {
        return new Preview(facts.suspectAfter(subjects.plan(type, input)));
    }

    private RevisionImpact impact(RevisionPlan plan) {
        var suspect = facts.suspectAfter(plan).stream().map(Fact::id).toList();
        return new RevisionImpact(suspect.size(), claims.countCurrentOn(suspect), claims.countLiveUsagesOn(suspect));
    }

    /** @param impact null where nobody asked for it */
    public record Revised(Subject subject, @Nullable RevisionImpact impact) {}

    /** What was so before a revision and is not after. */
    public record RevisionImpact(long suspectFacts, long staleClaims, long affectedUsages) {

        static final RevisionImpact NONE = new RevisionImpact(0, 0, 0);
    }
}
