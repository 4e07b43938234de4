package dev.claimgraph.review;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.shared.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A review with what it is about.
 *
 * @param facts that what is pending stands on
 * @param doubted the facts that its open findings name
 */
record InReview(Review review, Claim claim, List<Fact> facts, List<Fact> doubted) {

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
     * @param approverId the person or team who is asked to approve; null for any
     */
    @Nullable
    Waiting waiting(Map<String, String> ownerBySubject, @Nullable String approverId) {
        return switch (status()) {
            case WITH_AUTHOR ->
                new Waiting(
                        Waiting.Turn.AUTHOR,
                        List.of(review.openedBy()),
                        claim.pendingWritten().at());
            case WITH_REVIEWER -> withReviewer(ownerBySubject, approverId);
            case APPROVED, REJECTED, CLOSED -> null;
        };
    }

    /** The owners of the facts whose truth is open come first: nobody can approve before. */
    private Waiting withReviewer(Map<String, String> ownerBySubject, @Nullable String approverId) {
        var owners = unsettled()
                .map(fact -> ownerBySubject.get(fact.subjectId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!owners.isEmpty()) {
            return new Waiting(Waiting.Turn.FACT_OWNER, owners, since());
        }
        return review.blocking().isEmpty()
                ? new Waiting(Waiting.Turn.APPROVER, approverId == null ? List.of() : List.of(approverId), since())
                : new Waiting(Waiting.Turn.AUTHOR, List.of(review.openedBy()), since());
    }

    /** The facts whose owners have to decide before anybody can approve. */
    Stream<Fact> unsettled() {
        return Stream.concat(doubted.stream(), facts.stream().filter(fact -> fact.standing() != FactStanding.VERIFIED));
    }

    private Instant since() {
        var submitted = claim.pendingWritten().at();
        return review.blocking().stream()
                .map(Finding::at)
                .min(Comparator.naturalOrder())
                .filter(found -> found.isAfter(submitted))
                .orElse(submitted);
    }
}
