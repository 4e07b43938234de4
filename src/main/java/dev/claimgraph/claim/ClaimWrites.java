package dev.claimgraph.claim;

import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Json;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How a claim's status moves: with the claim locked, and logged. Who may move it, and when, its callers decide. */
@Component
public class ClaimWrites {

    private final ClaimRepository claims;
    private final Facts facts;
    private final ChangeLog changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimWrites(ClaimRepository claims, Facts facts, ChangeLog changes, ApplicationEventPublisher events, Clock clock) {
        this.claims = claims;
        this.facts = facts;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Runs a write on a claim with the claim locked, and logs it where it changed something.
     *
     * @throws Refusal where there is no such claim, or as the work throws it
     */
    public Claim write(Actor actor, String action, @Nullable String claimId, UnaryOperator<Claim> work) {
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(claimId, List.of("claim"), "claimId");
            problems.refuse();
            var id = Objects.requireNonNull(claimId);
            var before = found(claims.locked(id), id, "claimId");
            var after = work.apply(before);
            if (after != before) {
                changes.record(
                        actor,
                        action,
                        id,
                        before.state(),
                        after.state(),
                        after.pending().touched());
            }
            return after;
        });
    }

    /** Moves the claim, or its draft where it has one; approvals on the way to the next one are dropped. */
    public Claim move(Actor actor, Claim before, ClaimStatus next, @Nullable String reason) {
        var properties = before.draft() == null
                ? status(actor, next, reason)
                : Draft.properties(before.draft().in(next, now(), actor.id(), reason));
        properties.put("pendingApprovals", null);
        return claims.save(before.id(), written(properties));
    }

    /** Keeps approvals that are not enough yet, and those of the other sort: of a draft, or of what is served once more. */
    public Claim approveInPart(Claim before, List<Approval> approvals) {
        var all = new ArrayList<>(approvals);
        before.pendingApprovals().stream()
                .filter(other -> approvals.stream().noneMatch(approval -> approval.reaffirms() == other.reaffirms()))
                .forEach(all::add);
        return claims.save(before.id(), written(new HashMap<>(Map.of("pendingApprovals", Json.write(all)))));
    }

    /**
     * Puts what is pending in place and stamps its links.
     *
     * @param facts the ones that were judged, as they were: what somebody writes meanwhile was not approved
     */
    public Claim approve(Actor actor, Claim before, List<Fact> facts, List<Approval> approvals) {
        var properties = status(actor, ClaimStatus.APPROVED, null);
        properties.put("writerIds", List.copyOf(new TreeSet<>(before.pendingWriters())));
        properties.putAll(Draft.properties(null));
        properties.put("approvals", Json.write(approvals));
        properties.put("pendingApprovals", null);
        var content = before.draft() == null ? null : before.pending();
        return claims.save(before.id(), written(properties), content, stamps(facts));
    }

    /** Stamps the links of what is served anew; of earlier approvals, those of the wording stay. */
    public Claim reaffirm(Actor actor, Claim before, List<Approval> reaffirmals, @Nullable String note) {
        var approvals = new ArrayList<>(before.approvals());
        approvals.removeIf(Approval::reaffirms);
        approvals.addAll(reaffirmals);
        var ofDraft = before.pendingApprovals().stream()
                .filter(approval -> !approval.reaffirms())
                .toList();
        var properties = status(actor, ClaimStatus.APPROVED, note);
        properties.put("approvals", Json.write(approvals));
        properties.put("pendingApprovals", Json.write(ofDraft));
        return claims.save(before.id(), written(properties), null, stamps(before.facts()));
    }

    /** The facts that submission and approval are about: the draft's where there is one. */
    public List<Fact> pendingFacts(Claim claim) {
        if (claim.draft() == null) {
            return claim.facts();
        }
        var ids = claim.draft().content().factIds();
        var found = facts.byId(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    Claim end(Actor actor, Claim before, ClaimStatus last, @Nullable String reason) {
        var properties = status(actor, last, reason);
        properties.putAll(Draft.properties(null));
        properties.put("pendingApprovals", null);
        var ended = claims.save(before.id(), written(properties));
        events.publishEvent(new ClaimEnded(ended, actor));
        return ended;
    }

    Map<String, Object> status(Actor actor, ClaimStatus status, @Nullable String reason) {
        var properties = new HashMap<String, Object>();
        properties.put("status", status.name());
        properties.put("writtenAt", ClaimRepository.time(now()));
        properties.put("writtenBy", actor.id());
        properties.put("writtenBecause", reason);
        return properties;
    }

    static Claim found(Map<String, Claim> claims, String id, String field) {
        var claim = claims.get(id);
        if (claim == null) {
            throw Refusal.of(ProblemCode.NOT_FOUND, "There is no claim %s.".formatted(id), field);
        }
        return claim;
    }

    private Map<String, Object> written(Map<String, Object> properties) {
        properties.put("updatedAt", ClaimRepository.time(now()));
        return properties;
    }

    private static Map<String, String> stamps(List<Fact> facts) {
        return facts.stream().collect(Collectors.toMap(Fact::id, Fact::statementPrint));
    }

    private Instant now() {
        return clock.instant();
    }
}
