package dev.claimgraph.review;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimStatus;

/** How far a review has come: derived from how it ended and from its claim, which says whose turn it is. */
public enum ReviewStatus {
    WITH_REVIEWER,
    WITH_AUTHOR,
    APPROVED,
    REJECTED,
    CLOSED;

    static ReviewStatus of(Review review, Claim claim) {
        if (review.ended() != null) {
            return switch (review.ended().outcome()) {
                case APPROVED -> APPROVED;
                case REJECTED -> REJECTED;
                case CLOSED -> CLOSED;
            };
        }
        return claim.pendingStatus() == ClaimStatus.IN_REVIEW ? WITH_REVIEWER : WITH_AUTHOR;
    }
}
