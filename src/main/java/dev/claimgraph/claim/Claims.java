package dev.claimgraph.claim;

import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.ClaimInputs.ApproveClaim;
import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimInputs.ReaffirmClaim;
import dev.claimgraph.claim.ClaimInputs.RejectClaim;
import dev.claimgraph.claim.ClaimInputs.ReviseClaim;
import dev.claimgraph.claim.ClaimInputs.SubmitClaim;
import dev.claimgraph.claim.ClaimInputs.SupersedeClaim;
import dev.claimgraph.claim.ClaimInputs.WithdrawClaim;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.Json;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to claims: marketers draft, revise and submit them; approvers approve, reaffirm, reject, withdraw and supersede what
 * another person wrote.
 */
@Component
public class Claims {

    private final ClaimRepository claims;
    private final Facts facts;
    private final Subjects subjects;
    private final ChangeLog changes;
    private final Repeats repeats;
    private final Clock clock;

    Claims(ClaimRepository claims, Facts facts, Subjects subjects, ChangeLog changes, Repeats repeats, Clock clock) {
        this.claims = claims;
        this.facts = facts;
        this.subjects = subjects;
        this.changes = changes;
        this.repeats = repeats;
        this.clock = clock;
    }

    public Map<String, Claim> byId(Collection<String> ids) {
        return claims.byId(ids);
    }

    public Optional<Claim> byId(String id) {
        return Optional.ofNullable(claims.byId(List.of(id)).get(id));
    }

    /** With the places where it is published, as far as a first page shows them: one statement for a whole trace. */
    Optional<Claim> withUsages(String id) {
        return claims.withUsages(id, PageRequest.DEFAULT + 1);
    }

    public Optional<Claim> byKey(String key) {
        return claims.byKey(key);
    }

    /** The claim's basis, as an approver is shown it. */
    public String basis(Claim claim) {
        return claim.basis(pendingFacts(claim));
    }

    /** @throws Refusal for anything wrong with the input; a fact or subject that is not there among it */
    public Claim draft(Actor actor, DraftClaim input) {
        actor.mustBe(Role.MARKETER);
        return changes.write(() -> repeats.once(
                actor, "draftClaim", input.idempotencyKey(), input, () -> insert(actor, input), this::present));
    }

    /**
     * Rewrites a claim in place where it was never approved; else writes its draft, and what was approved stays as it is.
     *
     * @throws Refusal for anything wrong with the input, with CONFLICT where the claim has moved on, or with WRONG_STATUS for one
     *     that was withdrawn or superseded
     */
    public Claim revise(Actor actor, ReviseClaim input) {
        actor.mustBe(Role.MARKETER);
        return write(actor, "reviseClaim", input.claimId(), before -> {
            if (before.revision() != input.expectedRevision()) {
                throw Refusal.conflict(
                        before,
                        "The claim is at revision %d, not %d; look at it again."
                                .formatted(before.revision(), input.expectedRevision()),
                        "expectedRevision");
            }
            mustBe(
                    before.status(),
                    "revised",
                    ClaimStatus.DRAFT,
                    ClaimStatus.IN_REVIEW,
                    ClaimStatus.REJECTED,
                    ClaimStatus.APPROVED);
            var problems = new Problems();
            var content = input.applyTo(before.pending(), now(), problems);
            mustBeThere(content, problems);
            problems.refuse();
            if (content.equals(before.pending())) {
                return before;
            }
            var properties = new HashMap<String, Object>();
            properties.put("revision", before.revision() + 1);
            properties.put("updatedAt", ClaimRepository.time(now()));
            if (before.status() == ClaimStatus.APPROVED) {
                var writers = new TreeSet<>(
                        before.draft() == null
                                ? List.<String>of()
                                : before.draft().writerIds());
                writers.add(actor.id());
                var written = new Written(now(), actor.id(), null);
                var draft = new Draft(ClaimStatus.DRAFT, content, List.copyOf(writers), written);
                properties.put("draft", Json.write(draft));
                return claims.save(before.id(), properties);
            }
            var writers = new TreeSet<>(before.writerIds());
            writers.add(actor.id());
            properties.put("writerIds", List.copyOf(writers));
            properties.putAll(status(ClaimStatus.DRAFT, actor, null));
            return claims.save(before.id(), properties, content, Map.of());
        });
    }

    /** Puts a draft in review. @throws Refusal with WRONG_STATUS for anything but a draft */
    public Claim submit(Actor actor, SubmitClaim input) {
        actor.mustBe(Role.MARKETER);
        return write(actor, "submitClaim", input.claimId(), before -> {
            mustBe(before.pendingStatus(), "submitted", ClaimStatus.DRAFT);
            return move(before, ClaimStatus.IN_REVIEW, actor, null);
        });
    }

    /** Sends a claim in review back. @throws Refusal with WRONG_STATUS for anything not in review, or without a reason */
    public Claim reject(Actor actor, RejectClaim input) {
        actor.mustBe(Role.APPROVER);
        return write(actor, "rejectClaim", input.claimId(), before -> {
            mustBeAnothers(actor, before);
            mustBe(before.pendingStatus(), "rejected", ClaimStatus.IN_REVIEW);
            return move(before, ClaimStatus.REJECTED, actor, reason(input.reason()));
        });
    }

    /**
     * Approves a claim in review, or the draft of one that was approved, and stamps its links.
     *
     * @throws Refusal with one problem per cause: CONFLICT, WRONG_STATUS, SAME_PERSON, NOT_VERIFIED, KIND_DEMAND
     */
    public Claim approve(Actor actor, ApproveClaim input) {
        actor.mustBe(Role.APPROVER);
        return write(actor, "approveClaim", input.claimId(), before -> {
            var standsOn = pendingFacts(before);
            mustBeAsShown(before, standsOn, input.basis());
            mustBe(before.pendingStatus(), "approved", ClaimStatus.IN_REVIEW);
            mustBeApprovable(actor, before.pendingWriters(), before.pending(), standsOn);
            var properties = status(ClaimStatus.APPROVED, actor, null);
            properties.put("writerIds", List.copyOf(new TreeSet<>(before.pendingWriters())));
            properties.put("draft", null);
            properties.put("updatedAt", ClaimRepository.time(now()));
            var content = before.draft() == null ? null : before.pending();
            return claims.save(before.id(), properties, content, stamps(standsOn));
        });
    }

    /**
     * Says that the approved wording still fits the facts as they now read, and stamps its links anew.
     *
     * @throws Refusal as an approval, and with WRONG_STATUS for a claim that is not APPROVED
     */
    public Claim reaffirm(Actor actor, ReaffirmClaim input) {
        actor.mustBe(Role.APPROVER);
        return write(actor, "reaffirmClaim", input.claimId(), before -> {
            mustBeAsShown(before, pendingFacts(before), input.basis());
            mustBe(before.status(), "reaffirmed", ClaimStatus.APPROVED);
            var problems = new Problems();
            var note = problems.optionalText(input.note(), Problems.LONG_TEXT, "note");
            problems.refuse();
            mustBeApprovable(actor, before.writerIds(), before.content(), before.facts());
            var properties = status(ClaimStatus.APPROVED, actor, note);
            properties.put("updatedAt", ClaimRepository.time(now()));
            return claims.save(before.id(), properties, null, stamps(before.facts()));
        });
    }

    /** Takes a claim out of use for good. @throws Refusal with WRONG_STATUS where it was before, or without a reason */
    public Claim withdraw(Actor actor, WithdrawClaim input) {
        actor.mustBe(Role.APPROVER);
        return write(actor, "withdrawClaim", input.claimId(), before -> {
            mustBeAnothers(actor, before);
            mustBe(
                    before.status(),
                    "withdrawn",
                    ClaimStatus.DRAFT,
                    ClaimStatus.IN_REVIEW,
                    ClaimStatus.REJECTED,
                    ClaimStatus.APPROVED);
            return end(before, ClaimStatus.WITHDRAWN, actor, reason(input.reason()));
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
            var before = found(locked, id, "claimId");
            var successor = found(locked, successorId, "successorId");
            mustBeAnothers(actor, before);
            if (claims.closes(id, successorId)) {
                var message = "The successor leads back to the claim itself; name another.";
                problems.add(ProblemCode.CYCLE, message, "successorId");
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
            var after = end(before, ClaimStatus.SUPERSEDED, actor, reason);
            changes.record(actor, "supersedeClaim", id, before.state(), after.state(), List.of(successorId));
            return after;
        });
    }

    private Claim insert(Actor actor, DraftClaim input) {
        var problems = new Problems();
        if (input.key() != null) {
            problems.key(input.key(), "key");
            if (claims.byKey(input.key()).isPresent()) {
                problems.add(ProblemCode.KEY_TAKEN, "A claim with key %s exists.".formatted(input.key()), "key");
            }
        }
        var content = input.content(now(), problems);
        mustBeThere(content, problems);
        problems.refuse();
        var id = Id.next("claim");
        var properties = status(ClaimStatus.DRAFT, actor, null);
        properties.put("key", input.key());
        properties.put("revision", 1);
        properties.put("authorId", actor.id());
        properties.put("writerIds", List.of(actor.id()));
        properties.put("createdAt", ClaimRepository.time(now()));
        properties.put("updatedAt", ClaimRepository.time(now()));
        var drafted = claims.save(id, properties, content, Map.of());
        changes.record(actor, "draftClaim", id, null, drafted.state(), touched(content));
        return drafted;
    }

    private Claim move(Claim before, ClaimStatus next, Actor actor, @Nullable String reason) {
        var properties = before.draft() == null
                ? status(next, actor, reason)
                : new HashMap<String, Object>(
                        Map.of("draft", Json.write(before.draft().in(next, now(), actor.id(), reason))));
        properties.put("updatedAt", ClaimRepository.time(now()));
        return claims.save(before.id(), properties);
    }

    private Claim end(Claim before, ClaimStatus last, Actor actor, @Nullable String reason) {
        var properties = status(last, actor, reason);
        properties.put("draft", null);
        properties.put("updatedAt", ClaimRepository.time(now()));
        return claims.save(before.id(), properties);
    }

    private HashMap<String, Object> status(ClaimStatus status, Actor actor, @Nullable String reason) {
        var properties = new HashMap<String, Object>();
        properties.put("status", status.name());
        properties.put("writtenAt", ClaimRepository.time(now()));
        properties.put("writtenBy", actor.id());
        properties.put("writtenBecause", reason);
        return properties;
    }

    private static void mustBeAsShown(Claim claim, List<Fact> pendingFacts, @Nullable String basis) {
        if (basis != null && !basis.equals(claim.basis(pendingFacts))) {
            throw Refusal.conflict(claim, "The claim is not as you were shown it; look at it again.", "basis");
        }
    }

    private static void mustBe(ClaimStatus status, String deed, ClaimStatus... fitting) {
        if (!List.of(fitting).contains(status)) {
            throw Refusal.of(ProblemCode.WRONG_STATUS, "It is %s and cannot be %s.".formatted(status, deed), "claimId");
        }
    }

    /** An approver acts on what another person wrote; an admin on anything but approvals of their own. */
    private static void mustBeAnothers(Actor actor, Claim claim) {
        if (claim.pendingWriters().contains(actor.id()) && !actor.is(Role.ADMIN)) {
            throw Refusal.of(ProblemCode.SAME_PERSON, "You wrote this; another person has to decide on it.", "claimId");
        }
    }

    private static void mustBeApprovable(
            Actor actor, Collection<String> writers, ClaimContent content, List<Fact> standsOn) {
        var problems = new Problems();
        if (writers.contains(actor.id())) {
            problems.add(ProblemCode.SAME_PERSON, "You wrote this; another person has to approve it.", "claimId");
        }
        standsOn.stream()
                .filter(fact -> fact.standing() != FactStanding.VERIFIED)
                .forEach(fact -> {
                    var message = "The fact \"%s\" is %s; it has to be VERIFIED."
                            .formatted(fact.statement(), fact.standing());
                    problems.add(ProblemCode.NOT_VERIFIED, message, "claimId");
                });
        KindDemand.unmet(content.kind(), standsOn, content.competitorIds())
                .forEach(demand -> problems.add(ProblemCode.KIND_DEMAND, demand.sentence(), "claimId"));
        problems.refuse();
    }

    private void mustBeThere(ClaimContent content, Problems problems) {
        var named = new ArrayList<String>();
        named.addAll(content.personaIds());
        named.addAll(content.marketProblemIds());
        named.addAll(content.competitorIds());
        var there = named.isEmpty() ? Map.<String, Object>of() : subjects.byId(named);
        missing(content.factIds(), facts.byId(content.factIds()), "fact", "factIds", problems);
        missing(content.personaIds(), there, "persona", "personaIds", problems);
        missing(content.marketProblemIds(), there, "problem", "marketProblemIds", problems);
        missing(content.competitorIds(), there, "competitor", "competitorIds", problems);
    }

    /** What is of another kind was reported before. */
    private static void missing(List<String> ids, Map<String, ?> there, String kind, String field, Problems problems) {
        for (var i = 0; i < ids.size(); i++) {
            var isOfKind = kind.equals(Objects.requireNonNullElse(Id.kindOf(ids.get(i)), kind));
            if (isOfKind && !there.containsKey(ids.get(i))) {
                problems.add(ProblemCode.NOT_FOUND, "There is no %s.".formatted(ids.get(i)), field, i);
            }
        }
    }

    private List<Fact> pendingFacts(Claim claim) {
        if (claim.draft() == null) {
            return claim.facts();
        }
        var ids = claim.draft().content().factIds();
        var found = facts.byId(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Map<String, String> stamps(List<Fact> facts) {
        return facts.stream().collect(Collectors.toMap(Fact::id, Fact::statementPrint));
    }

    private static String reason(@Nullable String reason) {
        var problems = new Problems();
        var text = problems.text(reason, Problems.LONG_TEXT, "reason");
        problems.refuse();
        return text;
    }

    /** Runs a write on a claim with the claim locked, and logs it where it changed something. */
    private Claim write(Actor actor, String action, @Nullable String claimId, UnaryOperator<Claim> work) {
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(claimId, List.of("claim"), "claimId");
            problems.refuse();
            var id = Objects.requireNonNull(claimId);
            var before = found(claims.locked(id), id, "claimId");
            var after = work.apply(before);
            if (after != before) {
                changes.record(actor, action, id, before.state(), after.state(), touched(after.pending()));
            }
            return after;
        });
    }

    private static List<String> touched(ClaimContent content) {
        var touched = new ArrayList<>(content.factIds());
        touched.addAll(content.personaIds());
        touched.addAll(content.marketProblemIds());
        touched.addAll(content.competitorIds());
        return touched;
    }

    private static Claim found(Map<String, Claim> claims, String id, String field) {
        return Optional.ofNullable(claims.get(id))
                .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "There is no claim %s.".formatted(id), field));
    }

    private Claim present(String id) {
        return byId(id).orElseThrow();
    }

    private Instant now() {
        return clock.instant();
    }
}
