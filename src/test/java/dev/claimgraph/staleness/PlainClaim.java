package dev.claimgraph.staleness;

import dev.claimgraph.claim.ClaimKind;
import dev.claimgraph.claim.ClaimStanding;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Link;
import dev.claimgraph.claim.Reason.ClearingAction;
import dev.claimgraph.claim.Reason.Code;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.shared.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A claim by the letter of the vocabulary. */
final class PlainClaim {

    final String id;
    Content content;
    ClaimStatus status = ClaimStatus.DRAFT;
    Moment statusSince;
    int revision = 1;
    final Set<String> writers = new HashSet<>();

    @Nullable
    Draft draft;

    @Nullable
    PlainClaim successor;

    /** Of its reviews, the one that goes on last. */
    final List<PlainFinding> findings = new ArrayList<>();

    private boolean isReviewed;

    private final Map<PlainFact, String> stamps = new HashMap<>();

    PlainClaim(String id, Content content, Actor author, Instant now) {
        this.id = id;
        this.content = content;
        this.statusSince = Moment.of(now, author);
        writers.add(author.id());
    }

    void become(ClaimStatus next, Moment now) {
        status = next;
        statusSince = now;
    }

    /** Moves what is on its way to approval: the draft, where there is one. */
    boolean hasReview() {
        return isReviewed && status != ClaimStatus.WITHDRAWN && status != ClaimStatus.SUPERSEDED;
    }

    /** What was found in one review is no matter in the next. */
    void setReviewed(boolean goesOn) {
        isReviewed = goesOn;
        if (!goesOn) {
            findings.forEach(PlainFinding::end);
        }
    }

    void movePending(ClaimStatus next, Moment now) {
        if (draft == null) {
            become(next, now);
        } else {
            draft = new Draft(next, draft.content, draft.writers);
        }
    }

    void approvePending(Moment now) {
        writers.addAll(pendingWriters());
        content = pending();
        stamp();
        setReviewed(false);
        end(ClaimStatus.APPROVED, now);
    }

    /** Leaves no draft behind. */
    void end(ClaimStatus last, Moment now) {
        draft = null;
        become(last, now);
    }

    void stamp() {
        stamps.clear();
        content.facts.forEach(fact -> stamps.put(fact, fact.content.statement()));
    }

    Content pending() {
        return draft == null ? content : draft.content;
    }

    ClaimStatus pendingStatus() {
        return draft == null ? status : draft.status;
    }

    Set<String> pendingWriters() {
        var all = new HashSet<>(writers);
        all.addAll(draft == null ? Set.of() : draft.writers);
        return all;
    }

    /** What an approver is shown, as far as it counts. */
    List<Object> shown() {
        var statements = Stream.concat(content.facts.stream(), pending().facts.stream())
                .map(fact -> fact.content.statement())
                .toList();
        return List.of(content, draft == null ? "no draft" : draft.content, statements);
    }

    ClaimStanding standing(Instant now) {
        if (isExpired(now)) {
            return ClaimStanding.EXPIRED;
        }
        var links = content.facts.stream().map(fact -> link(fact, now)).toList();
        if (links.contains(Link.State.BROKEN)) {
            return ClaimStanding.BROKEN;
        }
        if (!content.unmet().isEmpty()
                || content.facts.stream().anyMatch(fact -> fact.standing(now) == FactStanding.UNVERIFIED)) {
            return ClaimStanding.UNSUPPORTED;
        }
        return links.contains(Link.State.SUSPECT) ? ClaimStanding.STALE : ClaimStanding.CURRENT;
    }

    boolean usable(Instant now) {
        return status == ClaimStatus.APPROVED && standing(now) == ClaimStanding.CURRENT;
    }

    Link.State link(PlainFact fact, Instant now) {
        return switch (fact.standing(now)) {
            case RETRACTED, DISPUTED, CONTRADICTED -> Link.State.BROKEN;
            case VERIFIED -> isReworded(fact) ? Link.State.SUSPECT : Link.State.VALID;
            default -> Link.State.SUSPECT;
        };
    }

    private boolean isReworded(PlainFact fact) {
        return stamps.containsKey(fact) && !fact.content.statement().equals(stamps.get(fact));
    }

    List<PlainReason> reasons(Instant now) {
        var reasons = new ArrayList<PlainReason>();
        switch (status) {
            case APPROVED -> {}
            case WITHDRAWN -> reasons.add(PlainReason.of(Code.WITHDRAWN, statusSince));
            case SUPERSEDED -> reasons.add(PlainReason.of(Code.SUPERSEDED, statusSince));
            case REJECTED ->
                reasons.add(PlainReason.of(Code.NOT_APPROVED, statusSince).clearedBy(ClearingAction.REVISE_CLAIM));
            default -> reasons.add(PlainReason.of(Code.NOT_APPROVED, statusSince));
        }
        reasons.addAll(reasonsOfStanding(now));
        return reasons;
    }

    @Nullable
    Instant staleSince(Instant now) {
        return reasonsOfStanding(now).stream()
                .map(PlainReason::at)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<PlainReason> reasonsOfStanding(Instant now) {
        var reasons = new ArrayList<PlainReason>();
        if (isExpired(now)) {
            reasons.add(new PlainReason(Code.EXPIRED, null, null, null, null, null, content.expiresAt));
        }
        content.unmet().forEach(demand -> reasons.add(PlainReason.of(Code.KIND_DEMAND, demand.since(content.facts))));
        for (var fact : content.facts) {
            fact.reasons(now).forEach(reasons::add);
            if (fact.standing(now) == FactStanding.VERIFIED && isReworded(fact)) {
                reasons.add(new PlainReason(
                        Code.FACT_REWORDED, fact.id, null, null, null, fact.worded.by(), fact.worded.at()));
            }
        }
        return reasons;
    }

    private boolean isExpired(Instant now) {
        return content.expiresAt != null && !now.isBefore(content.expiresAt);
    }

    /** @param rivals the competitors that it names */
    record Content(
            String text,
            ClaimKind kind,
            List<PlainFact> facts,
            Set<PlainSubject> rivals,
            @Nullable Instant expiresAt) {

        List<PlainDemand> unmet() {
            return Stream.of(PlainDemand.values())
                    .filter(demand -> demand.isUnmet(this))
                    .toList();
        }
    }

    /** New wording for a claim that was approved. */
    record Draft(ClaimStatus status, Content content, Set<String> writers) {}
}
