package dev.claimgraph.staleness;

import static dev.claimgraph.shared.ProblemCode.REQUIRED;
import static dev.claimgraph.shared.ProblemCode.SAME_PERSON;
import static dev.claimgraph.shared.ProblemCode.WRONG_STATUS;

import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.review.Finding.Kind;
import dev.claimgraph.review.Review;
import dev.claimgraph.review.ReviewInputs.AddFindings;
import dev.claimgraph.review.ReviewInputs.AnswerFinding;
import dev.claimgraph.review.ReviewInputs.FindingInput;
import dev.claimgraph.review.ReviewInputs.RequestChanges;
import dev.claimgraph.review.ReviewInputs.WithdrawFinding;
import dev.claimgraph.shared.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reviewers say of claims, and what is said to that. */
final class FindingSteps {

    private FindingSteps() {}

    /** @param about the fact that is wrong; null where one is missing, or for style */
    record What(boolean isFactual, @Nullable Integer about) {

        FindingInput input(PlainWorld world) {
            var fact = fact(world);
            return new FindingInput(
                    isFactual ? Kind.FACTUAL : Kind.STYLE,
                    "Hm.",
                    null,
                    fact == null ? null : fact.id,
                    isFactual && fact == null ? "What is missing." : null);
        }

        @Nullable
        PlainFact fact(PlainWorld world) {
            return isFactual && about != null ? PlainWorld.pick(world.facts, about) : null;
        }

        PlainFinding made(Review review, String who, PlainWorld world, PlainClaim claim) {
            var standsOn = claim.pending().facts();
            return new PlainFinding(review.findings().getLast().id(), who, isFactual, fact(world), standsOn);
        }
    }

    /** Says what is wrong with a claim. */
    record Add(String who, int claim, What what) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var input = new AddFindings(claim.id, List.of(what.input(world)));
            return new Turn<>(() -> world.doors.findings().add(world.actor(who), input), review -> {
                var problems = refusal(world, who, claim);
                if (problems.isEmpty() && review != null) {
                    claim.findings.add(what.made(review, who, world, claim));
                }
                return problems;
            });
        }
    }

    /** Sends a claim back. @param what null where nothing is said beside what was said before */
    record Request(String who, int claim, @Nullable What what) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var input = new RequestChanges(claim.id, what == null ? null : List.of(what.input(world)), null);
            return new Turn<>(() -> world.doors.findings().requestChanges(world.actor(who), input), review -> {
                var problems = refusal(world, who, claim);
                if (!problems.isEmpty()) {
                    return problems;
                }
                if (claim.pendingStatus() != ClaimStatus.IN_REVIEW) {
                    return List.of(WRONG_STATUS);
                }
                if ((what == null || !what.isFactual())
                        && claim.findings.stream().noneMatch(PlainFinding::blocks)) {
                    return List.of(REQUIRED);
                }
                if (what != null && review != null) {
                    claim.findings.add(what.made(review, who, world, claim));
                }
                claim.movePending(ClaimStatus.DRAFT, world.moment(who));
                return List.of();
            });
        }
    }

    /** @param with the fact that was missing; null where the answer names none */
    record Answer(
            String who, int claim, int finding, @Nullable Integer with) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var finding = pick(claim, this.finding).orElse(null);
            if (finding == null) {
                return new Turn<>(() -> claim, nothing -> List.of());
            }
            var isWriter = claim.pendingWriters().contains(world.actor(who).id());
            var by = isWriter || !who.equals("marketer") ? who : "owner";
            var fact = with == null ? null : PlainWorld.pick(world.facts, with);
            var input = new AnswerFinding(finding.id, "It is so.", fact == null ? null : fact.id, null);
            return new Turn<>(() -> world.doors.findings().answer(world.actor(by), input), answered -> {
                if (isOver(claim, finding)) {
                    return List.of(WRONG_STATUS);
                }
                if (finding.isFactual && finding.fact == null) {
                    if (fact != null) {
                        finding.named.add(fact);
                    }
                    finding.open = !finding.isMetBy(claim.pending().facts());
                } else if (finding.isFactual) {
                    finding.open = by.equals("marketer");
                } else {
                    finding.open =
                            !claim.pendingWriters().contains(world.actor(by).id());
                }
                return List.of();
            });
        }
    }

    /** Takes a finding back. @param byAdmin whether an admin does, not who made it */
    record Withdraw(int claim, int finding, boolean byAdmin) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var finding = pick(claim, this.finding).orElse(null);
            if (finding == null) {
                return new Turn<>(() -> claim, nothing -> List.of());
            }
            var who = byAdmin ? "admin" : finding.maker;
            var input = new WithdrawFinding(finding.id);
            return new Turn<>(() -> world.doors.findings().withdraw(world.actor(who), input), withdrawn -> {
                if (isOver(claim, finding)) {
                    return List.of(WRONG_STATUS);
                }
                finding.end();
                return List.of();
            });
        }
    }

    private static Optional<PlainFinding> pick(PlainClaim claim, int index) {
        return claim.findings.isEmpty() ? Optional.empty() : Optional.of(PlainWorld.pick(claim.findings, index));
    }

    private static List<ProblemCode> refusal(PlainWorld world, String who, PlainClaim claim) {
        if (!claim.hasReview()) {
            return List.of(WRONG_STATUS);
        }
        var isTheirOwn = !who.equals("admin")
                && claim.pendingWriters().contains(world.actor(who).id());
        return isTheirOwn ? List.of(SAME_PERSON) : List.of();
    }

    private static boolean isOver(PlainClaim claim, PlainFinding finding) {
        return !claim.hasReview() || !finding.open;
    }
}
