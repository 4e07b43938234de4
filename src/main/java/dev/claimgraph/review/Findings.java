package dev.claimgraph.review;

import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.ClaimWrites;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.review.Finding.Answer;
import dev.claimgraph.review.Finding.Kind;
import dev.claimgraph.review.Finding.State;
import dev.claimgraph.review.ReviewInputs.AddFindings;
import dev.claimgraph.review.ReviewInputs.AnswerFinding;
import dev.claimgraph.review.ReviewInputs.FindingInput;
import dev.claimgraph.review.ReviewInputs.RequestChanges;
import dev.claimgraph.review.ReviewInputs.WithdrawFinding;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Forbidden;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to findings: approvers and product owners say what is wrong with a claim in review; its writers and the facts' owners
 * answer. A FACTUAL finding blocks until whoever made it withdraws it, until the owner of the fact that it names answers it, or,
 * where a fact is missing, until an answer names one that the claim has come to stand on.
 */
@Component
public class Findings {

    private static final int MOST = 100;

    private final ReviewRepository repository;
    private final Reviews reviews;
    private final ClaimWrites claims;
    private final Facts facts;
    private final Subjects subjects;
    private final Clock clock;

    Findings(
            ReviewRepository repository,
            Reviews reviews,
            ClaimWrites claims,
            Facts facts,
            Subjects subjects,
            Clock clock) {
        this.repository = repository;
        this.reviews = reviews;
        this.claims = claims;
        this.facts = facts;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** @throws Refusal for anything wrong with a finding, or with WRONG_STATUS where no review goes on */
    public Review add(Actor actor, AddFindings input) {
        return onClaim(actor, "addFindings", input.claimId(), (claim, review) -> {
            if (input.findings().isEmpty()) {
                throw Refusal.of(ProblemCode.REQUIRED, "Name at least one finding.", "findings");
            }
            return with(actor, claim, review, input.findings());
        });
    }

    /**
     * Sends a claim back to its author.
     *
     * @throws Refusal where no FACTUAL finding is open then: style alone sends nothing back
     */
    public Review requestChanges(Actor actor, RequestChanges input) {
        return write(
                actor,
                "requestChanges",
                input.claimId(),
                claim -> claims.move(actor, claim, ClaimStatus.DRAFT, input.reason()),
                (claim, review) -> {
                    mustReview(actor, claim);
                    claim.pendingStatus().mustBe("sent back", ClaimStatus.IN_REVIEW);
                    var problems = new Problems();
                    problems.optionalText(input.note(), Problems.LONG_TEXT, "note");
                    problems.refuse();
                    var after = with(actor, claim, review, Objects.requireNonNullElse(input.findings(), List.of()));
                    if (after.blocking().isEmpty()) {
                        var message = "Name a fact that is wrong or missing; style alone sends no claim back.";
                        throw Refusal.of(ProblemCode.REQUIRED, message, "findings");
                    }
                    return after;
                });
    }

    /** For the claim's writers and product owners. @throws Refusal for one that is not open, or an answer that is blank */
    public Review answer(Actor actor, AnswerFinding input) {
        return onFinding(actor, "answerFinding", input.findingId(), (claim, finding) -> {
            var isWriter = claim.pendingWriters().contains(actor.id());
            if (!isWriter && !actor.mayActAs(Role.PRODUCT_OWNER)) {
                throw new Forbidden("only those who wrote the claim may, each PRODUCT_OWNER, or an ADMIN");
            }
            var problems = new Problems();
            var text = problems.text(input.text(), Problems.LONG_TEXT, "text");
            if (input.factId() != null
                    && problems.id(input.factId(), List.of("fact"), "factId")
                    && facts.byId(List.of(input.factId())).isEmpty()) {
                problems.add(ProblemCode.NOT_FOUND, "There is no fact %s.".formatted(input.factId()), "factId");
            }
            problems.refuse();
            var answer = new Answer(actor.id(), clock.instant(), text, input.factId());
            var answered = finding.answered(answer, false);
            var settles = !Boolean.FALSE.equals(input.settles()) && settles(actor, claim, answered);
            return settles ? finding.answered(answer, true) : answered;
        });
    }

    /** For whoever made it. @throws Refusal for one that is not open */
    public Review withdraw(Actor actor, WithdrawFinding input) {
        return onFinding(actor, "withdrawFinding", input.findingId(), (claim, finding) -> {
            if (!finding.personId().equals(actor.id()) && !actor.is(Role.ADMIN)) {
                throw new Forbidden("only whoever made it may, or an ADMIN");
            }
            return finding.withdrawn(actor.id(), clock.instant());
        });
    }

    private boolean settles(Actor actor, Claim claim, Finding finding) {
        if (finding.kind() == Kind.STYLE) {
            return claim.pendingWriters().contains(actor.id());
        }
        if (finding.factId() == null) {
            return finding.isMetBy(claim.pending().factIds());
        }
        var about = facts.byId(List.of(finding.factId())).values().stream()
                .map(Fact::subjectId)
                .toList();
        return subjects.byId(about).values().stream().anyMatch(subject -> actor.owns(subject.ownerId()));
    }

    private Review with(Actor actor, Claim claim, Review review, List<FindingInput> inputs) {
        mustReview(actor, claim);
        var problems = new Problems();
        if (review.findings().size() + inputs.size() > MOST) {
            problems.add(ProblemCode.TOO_LONG, "A review has at most %d findings.".formatted(MOST), "findings");
        }
        var all = new ArrayList<>(review.findings());
        for (var i = 0; i < inputs.size(); i++) {
            all.add(made(actor, claim, inputs.get(i).checked(claim, problems, i), all.size() + 1, clock.instant()));
        }
        var there = facts.byId(inputs.stream()
                .map(FindingInput::factId)
                .filter(Objects::nonNull)
                .toList());
        for (var i = 0; i < inputs.size(); i++) {
            var factId = inputs.get(i).factId();
            if (factId != null
                    && "fact".equals(Objects.requireNonNullElse(Id.kindOf(factId), "fact"))
                    && !there.containsKey(factId)) {
                problems.add(ProblemCode.NOT_FOUND, "There is no fact %s.".formatted(factId), "findings", i, "factId");
            }
        }
        problems.refuse();
        return review.with(all);
    }

    private static Finding made(Actor actor, Claim claim, FindingInput input, long number, Instant at) {
        return new Finding(
                Id.next("finding"),
                number,
                input.kind(),
                String.valueOf(input.text()),
                input.excerpt(),
                input.factId(),
                input.missingFact(),
                claim.pending().factIds(),
                actor.id(),
                at,
                List.of(),
                State.OPEN,
                null);
    }

    private static void mustReview(Actor actor, Claim claim) {
        actor.mustBe(Role.APPROVER, Role.PRODUCT_OWNER);
        claim.mustBeAnothers(actor);
    }

    private Review onClaim(
            Actor actor, String action, @Nullable String claimId, BiFunction<Claim, Review, Review> work) {
        return write(actor, action, claimId, claim -> claim, work);
    }

    private Review onFinding(
            Actor actor, String action, @Nullable String findingId, BiFunction<Claim, Finding, Finding> work) {
        var problems = new Problems();
        problems.id(findingId, List.of("finding"), "findingId");
        problems.refuse();
        var id = Objects.requireNonNull(findingId);
        var claimId = repository
                .claimOf(id)
                .orElseThrow(
                        () -> Refusal.of(ProblemCode.NOT_FOUND, "There is no finding %s.".formatted(id), "findingId"));
        return onClaim(actor, action, claimId, (claim, review) -> {
            var finding = review.finding(id)
                    .orElseThrow(() ->
                            Refusal.of(ProblemCode.WRONG_STATUS, "The review of this finding has ended.", "findingId"));
            if (finding.state() != State.OPEN) {
                var message = "The finding is %s already.".formatted(finding.state());
                throw Refusal.of(ProblemCode.WRONG_STATUS, message, "findingId");
            }
            return review.with(work.apply(claim, finding));
        });
    }

    /** Runs a write on the review of a claim that goes on, with the claim locked. */
    private Review write(
            Actor actor,
            String action,
            @Nullable String claimId,
            UnaryOperator<Claim> move,
            BiFunction<Claim, Review, Review> work) {
        var written = new AtomicReference<Review>();
        claims.write(actor, action, claimId, claim -> {
            var before = repository
                    .open(claim.id())
                    .orElseThrow(() -> Refusal.of(
                            ProblemCode.WRONG_STATUS,
                            "No review of this claim goes on; it is %s. A claim has to be submitted to be reviewed."
                                    .formatted(claim.pendingStatus()),
                            "claimId"));
            var after = work.apply(claim, before);
            reviews.save(actor, action, before, after);
            written.set(after);
            return move.apply(claim);
        });
        return Objects.requireNonNull(written.get());
    }
}
