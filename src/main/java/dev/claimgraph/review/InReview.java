package dev.claimgraph.review;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.shared.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A review with what it is about.
 *
 * @param facts that what is pending stands on
 */
record InReview(Review review, Claim claim, List<Fact> facts) {

    ReviewStatus status() {
        return ReviewStatus.of(review, claim);
    }

    /** What stands in the way of an approval now, whoever gives it; nothing once the review has ended. */
    List<Problem> unmet(Approvers approvers) {
        return switch (status()) {
            case WITH_REVIEWER, WITH_AUTHOR ->
                SignOff.ofPending(null, claim, facts, review, approvers).unmet();
            case APPROVED, REJECTED, CLOSED -> List.of();
        };
    }

    /**
     * Whose turn it is; null once the review has ended.
     *
     * @param ownerBySubject who answers for each fact's subject
     * @param steward who decides on messaging, where somebody does
     */
    @Nullable
    Waiting waiting(Map<String, String> ownerBySubject, @Nullable String steward) {
        var since = claim.pendingWritten().at();
        return switch (status()) {
            case WITH_AUTHOR -> new Waiting(Waiting.Turn.AUTHOR, List.of(review.openedBy()), since);
            case WITH_REVIEWER -> withReviewer(ownerBySubject, steward);
            case APPROVED, REJECTED, CLOSED -> null;
        };
    }

    /** The owners of the facts whose truth is open come first: nobody can approve before. */
    private Waiting withReviewer(Map<String, String> ownerBySubject, @Nullable String steward) {
        var since = claim.pendingWritten().at();
        var doubted = review.blocking().stream()
                .map(Finding::factId)
                .filter(Objects::nonNull)
                .toList();
        var owners = facts.stream()
                .filter(fact -> fact.standing() != FactStanding.VERIFIED || doubted.contains(fact.id()))
                .map(fact -> ownerBySubject.get(fact.subjectId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!owners.isEmpty()) {
            return new Waiting(Waiting.Turn.FACT_OWNER, owners, since);
        }
        if (!review.blocking().isEmpty()) {
            return new Waiting(Waiting.Turn.AUTHOR, List.of(review.openedBy()), since);
        }
        var asked = review.reviewerId() != null ? review.reviewerId() : steward;
        return new Waiting(Waiting.Turn.APPROVER, asked == null ? List.of() : List.of(asked), since);
    }
}
