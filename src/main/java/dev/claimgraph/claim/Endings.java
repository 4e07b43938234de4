package dev.claimgraph.claim;

import dev.claimgraph.claim.ClaimInputs.SupersedeClaim;
import dev.claimgraph.claim.ClaimInputs.WithdrawClaim;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door out of use: approvers withdraw claims, and put others in their place. */
@Component
public class Endings {

    private static final String LEADS_BACK = "The successor leads back to the claim itself; name another.";

    private final ClaimRepository claims;
    private final ClaimWrites writes;
    private final ChangeLog changes;

    Endings(ClaimRepository claims, ClaimWrites writes, ChangeLog changes) {
        this.claims = claims;
        this.writes = writes;
        this.changes = changes;
    }

    /** Takes a claim out of use for good. @throws Refusal with WRONG_STATUS where it was before, or without a reason */
    public Claim withdraw(Actor actor, WithdrawClaim input) {
        actor.mustBe(Role.APPROVER);
        return writes.write(actor, "withdrawClaim", input.claimId(), before -> {
            before.mustBeAnothers(actor);
            before.status()
                    .mustBe(
                            "withdrawn",
                            ClaimStatus.DRAFT,
                            ClaimStatus.IN_REVIEW,
                            ClaimStatus.REJECTED,
                            ClaimStatus.APPROVED);
            return writes.end(actor, before, ClaimStatus.WITHDRAWN, reason(input.reason()));
        });
    }

    /**
     * Puts another approved claim in a claim's place.
     *
     * @throws Refusal with WRONG_STATUS where either is not APPROVED, or with CYCLE where the successors would close a circle
     */
    public Claim supersede(Actor actor, SupersedeClaim input) {
        actor.mustBe(Role.APPROVER);
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(input.claimId(), List.of("claim"), "claimId");
            problems.id(input.successorId(), List.of("claim"), "successorId");
            problems.refuse();
            var id = Objects.requireNonNull(input.claimId());
            var successorId = Objects.requireNonNull(input.successorId());
            var locked = claims.locked(id, successorId);
            var before = ClaimWrites.found(locked, id, "claimId");
            var successor = ClaimWrites.found(locked, successorId, "successorId");
            before.mustBeAnothers(actor);
            if (claims.closes(id, successorId)) {
                problems.add(ProblemCode.CYCLE, LEADS_BACK, "successorId");
            }
            if (before.status() != ClaimStatus.APPROVED) {
                var message = "The claim is %s; only an APPROVED one is superseded.".formatted(before.status());
                problems.add(ProblemCode.WRONG_STATUS, message, "claimId");
            }
            if (successor.status() != ClaimStatus.APPROVED) {
                var message = "The successor is %s; it has to be APPROVED.".formatted(successor.status());
                problems.add(ProblemCode.WRONG_STATUS, message, "successorId");
            }
            var reason = problems.optionalText(input.reason(), Problems.LONG_TEXT, "reason");
            problems.refuse();
            claims.supersede(id, successorId);
            var after = writes.end(actor, before, ClaimStatus.SUPERSEDED, reason);
            changes.record(actor, "supersedeClaim", id, before.state(), after.state(), List.of(successorId));
            return after;
        });
    }

    /**
     * Ends a claim on an admin's word, whoever wrote it and whatever its status: for what ended elsewhere. Nothing where it has ended so.
     *
     * @param successorId the claim that took its place; null where it was withdrawn
     * @throws Refusal where the successors would close a circle, or for a claim that has ended otherwise
     */
    public Claim attest(Actor actor, String claimId, @Nullable String successorId, @Nullable String reason) {
        actor.mustBe(Role.ADMIN);
        var last = successorId == null ? ClaimStatus.WITHDRAWN : ClaimStatus.SUPERSEDED;
        return writes.write(actor, "attestClaim", claimId, before -> {
            if (before.status() == last && Objects.equals(before.successorId(), successorId)) {
                return before;
            }
            before.status()
                    .mustBe(
                            "ended",
                            ClaimStatus.DRAFT,
                            ClaimStatus.IN_REVIEW,
                            ClaimStatus.REJECTED,
                            ClaimStatus.APPROVED);
            if (successorId != null) {
                ClaimWrites.found(claims.locked(successorId), successorId, "successorId");
                changes.inOrder();
                if (claims.closes(claimId, successorId)) {
                    throw Refusal.of(ProblemCode.CYCLE, LEADS_BACK, "successorId");
                }
                claims.supersede(claimId, successorId);
            }
            return writes.end(actor, before, last, reason);
        });
    }

    private static String reason(@Nullable String reason) {
        var problems = new Problems();
        var text = problems.text(reason, Problems.LONG_TEXT, "reason");
        problems.refuse();
        return text;
    }
}
