package dev.claimgraph.review;

import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * What happens to a claim between its submission and a decision, however often it goes back and forth.
 *
 * @param openedBy who submitted the claim
 * @param reviewerId the approver who was asked; null for any
 * @param findings in the order they were made
 * @param ended how it ended; null while it goes on, and where the claim was withdrawn or superseded meanwhile
 */
public record Review(
        String id,
        String claimId,
        Instant openedAt,
        String openedBy,
        @Nullable String reviewerId,
        List<Finding> findings,
        @Nullable Ended ended)
        implements Identified {

    /** What a statement returns for the review {@code r}, to be read by {@link #from}. */
    static final String PROJECTION = "{review: r, findings: [(r)<-[:IN]-(finding:Finding) | finding]}";

    static Review from(Value row) {
        var review = row.get("review");
        var ended = review.get("ended").asString(null);
        return new Review(
                review.get("id").asString(),
                review.get("claimId").asString(),
                review.get("openedAt").asZonedDateTime().toInstant(),
                review.get("openedBy").asString(),
                review.get("reviewerId").asString(null),
                row.get("findings").asList(Finding::from).stream()
                        .sorted(Comparator.comparingLong(Finding::number))
                        .toList(),
                ended == null ? null : Json.read(ended, Ended.class));
    }

    public @Nullable Instant endedAt() {
        return ended == null ? null : ended.at();
    }

    boolean isOpen() {
        return ended == null;
    }

    /** The findings that keep the claim from being approved. */
    List<Finding> blocking() {
        return findings.stream().filter(Finding::blocks).toList();
    }

    Optional<Finding> finding(String findingId) {
        return findings.stream()
                .filter(finding -> finding.id().equals(findingId))
                .findFirst();
    }

    Review with(List<Finding> changed) {
        return new Review(id, claimId, openedAt, openedBy, reviewerId, List.copyOf(changed), ended);
    }

    Review with(Finding changed) {
        return with(findings.stream()
                .map(finding -> finding.id().equals(changed.id()) ? changed : finding)
                .toList());
    }

    /** Once more with the reviewers: of another one, where one is named, and with the facts that the claim stands on now. */
    Review resumed(@Nullable String reviewer, List<String> standsOn) {
        var present = findings.stream().map(finding -> finding.on(standsOn)).toList();
        return new Review(id, claimId, openedAt, openedBy, reviewer == null ? reviewerId : reviewer, present, ended);
    }

    Review ended(Outcome outcome, Instant at, String by) {
        var left = findings.stream().map(finding -> finding.left(by, at)).toList();
        return new Review(id, claimId, openedAt, openedBy, reviewerId, left, new Ended(outcome, at, by));
    }

    /** The whole of it, for the change log. */
    Map<String, Object> state() {
        var state = new HashMap<String, Object>();
        state.put("type", "Review");
        state.put("claimId", claimId);
        state.put("openedAt", openedAt);
        state.put("openedBy", openedBy);
        state.put("reviewerId", reviewerId);
        state.put("findings", findings);
        state.put("ended", ended);
        return state;
    }

    /** How a review ends by a decision of its own. */
    public enum Outcome {
        APPROVED,
        REJECTED,
        CLOSED
    }

    /** When it ended, how and by whom. */
    public record Ended(Outcome outcome, Instant at, String personId) {}
}
