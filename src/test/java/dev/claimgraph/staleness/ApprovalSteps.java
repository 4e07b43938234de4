package dev.claimgraph.staleness;

import static dev.claimgraph.shared.ProblemCode.CONFLICT;
import static dev.claimgraph.shared.ProblemCode.CYCLE;
import static dev.claimgraph.shared.ProblemCode.KIND_DEMAND;
import static dev.claimgraph.shared.ProblemCode.NOT_VERIFIED;
import static dev.claimgraph.shared.ProblemCode.OPEN_FINDING;
import static dev.claimgraph.shared.ProblemCode.SAME_PERSON;
import static dev.claimgraph.shared.ProblemCode.WRONG_STATUS;

import dev.claimgraph.claim.ClaimInputs.SupersedeClaim;
import dev.claimgraph.claim.ClaimInputs.WithdrawClaim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.review.ReviewInputs.ApproveClaim;
import dev.claimgraph.review.ReviewInputs.ReaffirmClaim;
import dev.claimgraph.review.ReviewInputs.RejectClaim;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.staleness.PlainClaim.Content;
import dev.claimgraph.staleness.PlainWorld.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What approvers do to claims. */
final class ApprovalSteps {

    private ApprovalSteps() {}

    /** @param back how many looks ago the approver looked; 0 where they look now, less where they name no basis */
    record Approve(String who, int claim, int back) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var shown = look(world, claim, back);
            var input = new ApproveClaim(claim.id, token(shown));
            return new Turn<>(() -> world.doors.reviews().approve(world.actor(who), input), approved -> {
                if (hasMoved(shown, claim)) {
                    return List.of(CONFLICT);
                }
                if (claim.pendingStatus() != ClaimStatus.IN_REVIEW) {
                    return List.of(WRONG_STATUS);
                }
                var problems = objections(world, who, claim.pendingWriters(), claim.pending());
                claim.findings.stream().filter(PlainFinding::blocks).forEach(finding -> problems.add(OPEN_FINDING));
                if (problems.isEmpty()) {
                    claim.approvePending(world.moment(who));
                }
                return problems;
            });
        }
    }

    /** @param back as in an approval */
    record Reaffirm(String who, int claim, int back) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var shown = look(world, claim, back);
            var input = new ReaffirmClaim(claim.id, token(shown), null);
            return new Turn<>(() -> world.doors.reviews().reaffirm(world.actor(who), input), reaffirmed -> {
                if (hasMoved(shown, claim)) {
                    return List.of(CONFLICT);
                }
                if (claim.status != ClaimStatus.APPROVED) {
                    return List.of(WRONG_STATUS);
                }
                var problems = objections(world, who, claim.writers, claim.content);
                if (problems.isEmpty()) {
                    claim.stamp();
                    claim.become(ClaimStatus.APPROVED, world.moment(who));
                }
                return problems;
            });
        }
    }

    /** Sends a claim back. */
    record Reject(String who, int claim) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var input = new RejectClaim(claim.id, "The fact is wrong.");
            return new Turn<>(() -> world.doors.reviews().reject(world.actor(who), input), rejected -> {
                if (isTheirOwn(world, who, claim)) {
                    return List.of(SAME_PERSON);
                }
                if (claim.pendingStatus() != ClaimStatus.IN_REVIEW) {
                    return List.of(WRONG_STATUS);
                }
                claim.movePending(ClaimStatus.REJECTED, world.moment(who));
                claim.setReviewed(false);
                return List.of();
            });
        }
    }

    /** Takes a claim out of use. */
    record Withdraw(String who, int claim) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var input = new WithdrawClaim(claim.id, "We do not say this any more.");
            return new Turn<>(() -> world.doors.endings().withdraw(world.actor(who), input), withdrawn -> {
                if (isTheirOwn(world, who, claim)) {
                    return List.of(SAME_PERSON);
                }
                if (Set.of(ClaimStatus.WITHDRAWN, ClaimStatus.SUPERSEDED).contains(claim.status)) {
                    return List.of(WRONG_STATUS);
                }
                claim.end(ClaimStatus.WITHDRAWN, world.moment(who));
                return List.of();
            });
        }
    }

    /** Puts another claim in a claim's place. */
    record Supersede(String who, int claim, int by) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var successor = PlainWorld.pick(world.claims, by);
            var input = new SupersedeClaim(claim.id, successor.id, null);
            return new Turn<>(() -> world.doors.endings().supersede(world.actor(who), input), superseded -> {
                if (isTheirOwn(world, who, claim)) {
                    return List.of(SAME_PERSON);
                }
                var problems = new ArrayList<ProblemCode>();
                for (var next = successor; next != null; next = next.successor) {
                    if (next == claim) {
                        problems.add(CYCLE);
                    }
                }
                List.of(claim, successor).forEach(one -> {
                    if (one.status != ClaimStatus.APPROVED) {
                        problems.add(WRONG_STATUS);
                    }
                });
                if (problems.isEmpty()) {
                    claim.successor = successor;
                    claim.end(ClaimStatus.SUPERSEDED, world.moment(who));
                }
                return problems;
            });
        }
    }

    /** What the approver was shown; null where they name no basis. */
    private static @Nullable Shown look(PlainWorld world, PlainClaim claim, int back) {
        if (back < 0) {
            return null;
        }
        if (back == 0 || !world.wasShown(claim.id)) {
            var found = world.doors.claims().byId(claim.id).orElseThrow();
            return world.show(claim.id, claim.shown(), world.doors.claims().basis(found));
        }
        return world.shownBefore(claim.id, back - 1);
    }

    private static @Nullable String token(@Nullable Shown shown) {
        return shown == null ? null : shown.token();
    }

    private static boolean hasMoved(@Nullable Shown shown, PlainClaim claim) {
        return shown != null && !shown.what().equals(claim.shown());
    }

    private static boolean isTheirOwn(PlainWorld world, String who, PlainClaim claim) {
        return !who.equals("admin")
                && claim.pendingWriters().contains(world.actor(who).id());
    }

    private static List<ProblemCode> objections(
            PlainWorld world, String who, Collection<String> writers, Content content) {
        var problems = new ArrayList<ProblemCode>();
        if (writers.contains(world.actor(who).id())) {
            problems.add(SAME_PERSON);
        }
        for (var fact : content.facts()) {
            if (fact.standing(world.now()) != FactStanding.VERIFIED) {
                problems.add(NOT_VERIFIED);
            }
        }
        content.unmet().forEach(demand -> problems.add(KIND_DEMAND));
        return problems;
    }
}
