package dev.claimgraph.claim;

import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import java.util.List;

/** How far the people have come with a claim. */
public enum ClaimStatus {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    SUPERSEDED;

    /** @throws Refusal with WRONG_STATUS unless it is one of those that fit */
    public void mustBe(String deed, ClaimStatus... fitting) {
        if (!List.of(fitting).contains(this)) {
            throw Refusal.of(ProblemCode.WRONG_STATUS, "It is %s and cannot be %s.".formatted(this, deed), "claimId");
        }
    }
}
