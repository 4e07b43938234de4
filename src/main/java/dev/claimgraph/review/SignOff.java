package dev.claimgraph.review;

import dev.claimgraph.claim.Approval;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that an approval or a reaffirmation is judged on.
 *
 * @param actor who approves; null to ask what stands in anybody's way
 * @param writers who had a hand in the wording
 * @param unmetDemands of the claim's kind, as sentences
 * @param blocking the FACTUAL findings that nobody has settled
 * @param given the approvals before this one that still count: made on the present basis
 * @param needed how many people have to approve
 */
record SignOff(
        @Nullable Actor actor,
        Collection<String> writers,
        List<Fact> facts,
        List<String> unmetDemands,
        List<Finding> blocking,
        List<Approval> given,
        int needed) {

    /** Of what is pending. */
    static SignOff ofPending(
            @Nullable Actor actor, Claim claim, List<Fact> facts, @Nullable Review review, Approvers approvers) {
        return new SignOff(
                actor,
                claim.pendingWriters(),
                facts,
                claim.pendingDemands(facts),
                review == null ? List.of() : review.blocking(),
                counting(claim, claim.basis(facts), false),
                approvers.of(claim.pending().kind()));
    }

    /** Of wording that is served, once more. */
    static SignOff ofServed(Actor actor, Claim claim, String basis, Approvers approvers) {
        return new SignOff(
                actor,
                claim.writerIds(),
                claim.facts(),
                claim.demands(),
                List.of(),
                counting(claim, basis, true),
                approvers.of(claim.kind()));
    }

    /** @throws Refusal with one problem per rule that is not met, but for the number of approvers */
    void refuse() {
        var problems = Arrays.stream(ApprovalRule.values())
                .filter(rule -> rule != ApprovalRule.ENOUGH_APPROVERS)
                .flatMap(rule -> rule.unmet(this))
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** What stands in the way, whoever approves. */
    List<Problem> unmet() {
        return Stream.of(ApprovalRule.values())
                .flatMap(rule -> rule.unmet(this))
                .toList();
    }

    List<Approval> with(Instant at, String basis, @Nullable String note, boolean reaffirms) {
        var approvals = new ArrayList<>(given);
        if (actor != null) {
            approvals.add(new Approval(actor.id(), at, basis, note, reaffirms));
        }
        return List.copyOf(approvals);
    }

    boolean isEnough(List<Approval> approvals) {
        return approvals.size() >= needed;
    }

    private static List<Approval> counting(Claim claim, String basis, boolean reaffirms) {
        return claim.pendingApprovals().stream()
                .filter(approval -> approval.reaffirms() == reaffirms)
                .filter(approval -> approval.basis().equals(basis))
                .toList();
    }
}
