package dev.claimgraph.review;

import dev.claimgraph.access.Owners;
import dev.claimgraph.access.Person;
import dev.claimgraph.claim.Approval;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimEnded;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.ClaimWrites;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.review.Review.Outcome;
import dev.claimgraph.review.ReviewInputs.ApproveClaim;
import dev.claimgraph.review.ReviewInputs.ReaffirmClaim;
import dev.claimgraph.review.ReviewInputs.RejectClaim;
import dev.claimgraph.review.ReviewInputs.SubmitClaim;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The door to sign-off: marketers submit claims; approvers approve, reject and reaffirm what another person wrote. */
@Component
@EnableConfigurationProperties(Approvers.class)
public class Reviews {

    private final ReviewRepository reviews;
    private final ClaimWrites claims;
    private final Owners owners;
    private final Approvers approvers;
    private final ChangeLog changes;
    private final Clock clock;

    Reviews(
            ReviewRepository reviews,
            ClaimWrites claims,
            Owners owners,
            Approvers approvers,
            ChangeLog changes,
            Clock clock) {
        this.reviews = reviews;
        this.claims = claims;
        this.owners = owners;
        this.approvers = approvers;
        this.changes = changes;
        this.clock = clock;
    }

    public Map<String, Review> byId(Collection<String> ids) {
        return reviews.byId(ids);
    }

    /**
     * Puts a draft in review: a new one, or the one that it came back from.
     *
     * @throws Refusal with WRONG_STATUS for anything but a draft, or for a reviewer who may not approve it
     */
    public Claim submit(Actor actor, SubmitClaim input) {
        actor.mustBe(Role.MARKETER);
        return claims.write(actor, "submitClaim", input.claimId(), before -> {
            before.pendingStatus().mustBe("submitted", ClaimStatus.DRAFT);
            mustBeAbleToReview(input.reviewerId(), before);
            var submitted = claims.move(actor, before, ClaimStatus.IN_REVIEW, null);
            open(actor, submitted, input.reviewerId());
            return submitted;
        });
    }

    /** Ends a review with a no. @throws Refusal with WRONG_STATUS for anything not in review, or without a reason */
    public Claim reject(Actor actor, RejectClaim input) {
        actor.mustBe(Role.APPROVER);
        return claims.write(actor, "rejectClaim", input.claimId(), before -> {
            before.mustBeAnothers(actor);
            before.pendingStatus().mustBe("rejected", ClaimStatus.IN_REVIEW);
            var problems = new Problems();
            var reason = problems.text(input.reason(), Problems.LONG_TEXT, "reason");
            problems.refuse();
            end(actor, "rejectClaim", before, Outcome.REJECTED);
            return claims.move(actor, before, ClaimStatus.REJECTED, reason);
        });
    }

    /**
     * Approves a claim in review, or the draft of one that was approved: puts it in place and stamps its links once enough people
     * have.
     *
     * @throws Refusal with one problem per cause: CONFLICT, WRONG_STATUS, or what an {@link ApprovalRule} finds unmet
     */
    public Claim approve(Actor actor, ApproveClaim input) {
        actor.mustBe(Role.APPROVER);
        return claims.write(actor, "approveClaim", input.claimId(), before -> {
            var facts = claims.pendingFacts(before);
            mustBeAsShown(before, facts, input.basis());
            before.pendingStatus().mustBe("approved", ClaimStatus.IN_REVIEW);
            var review = reviews.open(before.id()).orElse(null);
            var signOff = SignOff.ofPending(actor, before, facts, review, approvers);
            signOff.refuse();
            var approvals = signOff.with(clock.instant(), before.basis(facts), null, false);
            if (!signOff.isEnough(approvals)) {
                return claims.approveInPart(before, approvals);
            }
            if (review != null) {
                save(actor, "approveClaim", review, review.ended(Outcome.APPROVED, clock.instant(), actor.id()));
            }
            return claims.approve(actor, before, facts, approvals);
        });
    }

    /**
     * Approves a claim on an admin's word alone, whoever wrote it, in review or not: for what was signed off elsewhere. All else that an
     * approval has to meet, it has to meet. Nothing where nothing waits to be approved.
     *
     * @throws Refusal with one problem per cause, or with WRONG_STATUS for what was rejected, withdrawn or superseded
     */
    public Claim attest(Actor actor, String claimId, String note) {
        actor.mustBe(Role.ADMIN);
        return claims.write(actor, "attestClaim", claimId, before -> {
            if (before.status() == ClaimStatus.APPROVED && before.draft() == null) {
                return before;
            }
            before.pendingStatus().mustBe("attested", ClaimStatus.DRAFT, ClaimStatus.IN_REVIEW);
            var facts = claims.pendingFacts(before);
            var review = reviews.open(before.id()).orElse(null);
            SignOff.ofPending(null, before, facts, review, approvers).refuse();
            if (review != null) {
                save(actor, "attestClaim", review, review.ended(Outcome.APPROVED, clock.instant(), actor.id()));
            }
            var approval = new Approval(actor.id(), clock.instant(), before.basis(facts), note, false);
            return claims.approve(actor, before, facts, List.of(approval));
        });
    }

    /**
     * Says that the approved wording still fits the facts as they now read, and stamps its links anew once enough people have.
     *
     * @throws Refusal as an approval, and with WRONG_STATUS for a claim that is not APPROVED
     */
    public Claim reaffirm(Actor actor, ReaffirmClaim input) {
        actor.mustBe(Role.APPROVER);
        return claims.write(actor, "reaffirmClaim", input.claimId(), before -> {
            var facts = claims.pendingFacts(before);
            mustBeAsShown(before, facts, input.basis());
            before.status().mustBe("reaffirmed", ClaimStatus.APPROVED);
            var problems = new Problems();
            var note = problems.optionalText(input.note(), Problems.LONG_TEXT, "note");
            problems.refuse();
            var basis = before.basis(facts);
            var signOff = SignOff.ofServed(actor, before, basis, approvers);
            signOff.refuse();
            var approvals = signOff.with(clock.instant(), basis, note, true);
            return signOff.isEnough(approvals)
                    ? claims.reaffirm(actor, before, approvals, note)
                    : claims.approveInPart(before, approvals);
        });
    }

    @EventListener
    void on(ClaimEnded ended) {
        end(ended.by(), "closeReview", ended.claim(), Outcome.CLOSED);
    }

    void save(Actor actor, String action, @Nullable Review before, Review after) {
        reviews.save(after);
        var touched = Stream.concat(
                        Stream.of(after.claimId()), after.findings().stream().map(Finding::factId))
                .filter(Objects::nonNull)
                .toList();
        changes.record(actor, action, after.id(), before == null ? null : before.state(), after.state(), touched);
    }

    private void open(Actor actor, Claim claim, @Nullable String reviewerId) {
        var before = reviews.open(claim.id()).orElse(null);
        if (before == null) {
            var opened =
                    new Review(Id.next("review"), claim.id(), clock.instant(), actor.id(), reviewerId, List.of(), null);
            save(actor, "submitClaim", null, opened);
        } else {
            var resumed = before.resumed(reviewerId, claim.pending().factIds());
            if (!resumed.equals(before)) {
                save(actor, "submitClaim", before, resumed);
            }
        }
    }

    private void end(Actor actor, String action, Claim claim, Outcome outcome) {
        reviews.open(claim.id())
                .ifPresent(review -> save(actor, action, review, review.ended(outcome, clock.instant(), actor.id())));
    }

    private void mustBeAbleToReview(@Nullable String reviewerId, Claim claim) {
        var problems = new Problems();
        if (reviewerId == null || !problems.id(reviewerId, List.of("person"), "reviewerId")) {
            problems.refuse();
            return;
        }
        if (!(owners.byId(List.of(reviewerId)).get(reviewerId) instanceof Person person)) {
            problems.add(ProblemCode.NOT_FOUND, "There is no person %s.".formatted(reviewerId), "reviewerId");
        } else if (claim.pendingWriters().contains(reviewerId)) {
            var message = "%s wrote this; another person has to review it.".formatted(person.name());
            problems.add(ProblemCode.SAME_PERSON, message, "reviewerId");
        } else if (!person.roles().contains(Role.APPROVER) && !person.roles().contains(Role.ADMIN)) {
            var message = "%s is neither an approver nor an admin.".formatted(person.name());
            problems.add(ProblemCode.INVALID, message, "reviewerId");
        }
        problems.refuse();
    }

    private static void mustBeAsShown(Claim claim, List<Fact> pendingFacts, @Nullable String basis) {
        if (basis != null && !basis.equals(claim.basis(pendingFacts))) {
            throw Refusal.conflict(claim, "The claim is not as you were shown it; look at it again.", "basis");
        }
    }
}
