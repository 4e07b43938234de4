package dev.claimgraph.exchange;

import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a claim, on an admin's word.
 *
 * @param reason why it was withdrawn or superseded
 * @param successorId the claim that took its place
 * @param fallbackId the claim to print in its place while it is not usable
 * @param draft what an approved claim is to say instead once somebody approves that
 */
record AttestedClaim(
        ClaimStatus status,
        @Nullable String reason,
        @Nullable String successorId,
        @Nullable String fallbackId,
        @Nullable DraftClaim draft) {

    static final AttestedClaim APPROVED = new AttestedClaim(ClaimStatus.APPROVED, null, null, null, null);

    private static final Set<ClaimStatus> LASTING =
            EnumSet.of(ClaimStatus.DRAFT, ClaimStatus.APPROVED, ClaimStatus.WITHDRAWN, ClaimStatus.SUPERSEDED);

    /** @return null where a problem says why not */
    static @Nullable AttestedClaim read(Map<String, Object> attested, Binding binding, Problems problems) {
        var within = new Problems();
        var claim = binding.bind(attested, "AttestedClaimInput", AttestedClaim.class, within);
        if (claim != null) {
            claim.check(within);
        }
        problems.addAll(within.found().stream()
                .map(problem -> problem.under("attested"))
                .toList());
        return within.count() == 0 ? claim : null;
    }

    private void check(Problems problems) {
        if (!LASTING.contains(status)) {
            problems.add(ProblemCode.INVALID, "%s is none of %s.".formatted(status, LASTING), "status");
        }
        if (status == ClaimStatus.WITHDRAWN) {
            problems.text(reason, Problems.LONG_TEXT, "reason");
        } else {
            problems.optionalText(reason, Problems.LONG_TEXT, "reason");
        }
        if (successorId != null) {
            problems.id(successorId, List.of(RowType.CLAIM.kind), "successorId");
        }
        if (fallbackId != null) {
            problems.id(fallbackId, List.of(RowType.CLAIM.kind), "fallbackId");
        }
        if ((status == ClaimStatus.SUPERSEDED) != (successorId != null)) {
            var message = "A claim that is SUPERSEDED has a successorId, and no other has.";
            problems.add(ProblemCode.INVALID, message, "successorId");
        }
        if (draft != null && status != ClaimStatus.APPROVED) {
            problems.add(ProblemCode.INVALID, "Only what is APPROVED has a draft beside it.", "draft");
        }
    }
}
