package dev.claimgraph.claim;

import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimInputs.ReviseClaim;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.graph.Together;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The door to what claims say: marketers draft and revise them; approvers withdraw and supersede what another person wrote. */
@Component
public class Claims {

    private final ClaimRepository claims;
    private final ClaimWrites writes;
    private final Facts facts;
    private final Subjects subjects;
    private final ChangeLog changes;
    private final Repeats repeats;
    private final Clock clock;
    private final Together<String, Claim> withUsages;

    Claims(
            ClaimRepository claims,
            ClaimWrites writes,
            Facts facts,
            Subjects subjects,
            ChangeLog changes,
            Repeats repeats,
            Clock clock) {
        this.claims = claims;
        this.writes = writes;
        this.facts = facts;
        this.subjects = subjects;
        this.changes = changes;
        this.repeats = repeats;
        this.clock = clock;
        this.withUsages = new Together<>(ids -> claims.withUsages(ids, PageRequest.DEFAULT + 1));
    }

    public Map<String, Claim> byId(Collection<String> ids) {
        return claims.byId(ids);
    }

    public Optional<Claim> byId(String id) {
        return Optional.ofNullable(claims.byId(List.of(id)).get(id));
    }

    /** With the places where it is published, as far as a first page shows them: one statement for a whole trace. */
    Optional<Claim> withUsages(String id) {
        return withUsages.read(id);
    }

    public Optional<Claim> byKey(String key) {
        return claims.byKey(key);
    }

    /** The claim's basis, as an approver is shown it. */
    public String basis(Claim claim) {
        return claim.basis(writes.pendingFacts(claim));
    }

    public Map<String, Claim> byKeys(Collection<String> keys) {
        return claims.byKeys(keys);
    }

    /** @throws Refusal for anything wrong with the input; a fact or subject that is not there among it */
    public Claim draft(Actor actor, DraftClaim input) {
        actor.mustBe(Role.MARKETER);
        return changes.write(() -> repeats.once(
                actor,
                "draftClaim",
                input.idempotencyKey(),
                input,
                () -> {
                    var problems = new Problems();
                    var contents = read(List.of(input), List.of(problems), id -> false, now());
                    problems.refuse();
                    return insert(actor, List.of(input), contents).getFirst();
                },
                this::present));
    }

    /** Many in one transaction, expired ones too. @throws Refusal for anything wrong with any of them, under its place */
    public List<Claim> draft(Actor actor, List<DraftClaim> inputs) {
        actor.mustBe(Role.MARKETER);
        return changes.writeAtLength(() -> {
            var problems = Problems.each(inputs);
            var contents = read(inputs, problems, id -> false, Instant.MIN);
            Problems.refuse(problems);
            return insert(actor, inputs, contents);
        });
    }

    /**
     * Notes what would be wrong with drafting these, and writes nothing.
     *
     * @param comes whether a fact or subject that is not there yet will be, by what stands in its id's place
     */
    public void check(List<DraftClaim> inputs, List<Problems> problems, Predicate<String> comes) {
        read(inputs, problems, comes, Instant.MIN);
    }

    /**
     * Notes what would be wrong with revising a claim, and writes nothing.
     *
     * @param comes whether a fact or subject that is not there yet will be, by what stands in its id's place
     */
    public void check(Claim claim, ReviseClaim input, Problems problems, Predicate<String> comes) {
        if (changes(claim, input)) {
            if (claim.status() == ClaimStatus.WITHDRAWN || claim.status() == ClaimStatus.SUPERSEDED) {
                var message = "The claim is %s; draft another.".formatted(claim.status());
                problems.add(ProblemCode.WRONG_STATUS, message);
            }
            mustBeThere(List.of(input.applyTo(claim.pending(), now(), problems)), List.of(problems), comes);
        }
    }

    /** Whether revising a claim would make it say something else than it says, as it is served and in its draft. */
    public boolean changes(Claim claim, ReviseClaim input) {
        return !isServed(claim, input) && changesDraft(claim, input);
    }

    /** Whether this is what an approved claim says as it is served. */
    public boolean isServed(Claim claim, ReviseClaim input) {
        return claim.status() == ClaimStatus.APPROVED
                && input.applyTo(claim.content(), now(), new Problems()).equals(claim.content());
    }

    /** Whether revising a claim would change what it says, in its draft where it has one. */
    public boolean changesDraft(Claim claim, ReviseClaim input) {
        return !input.applyTo(claim.pending(), now(), new Problems()).equals(claim.pending());
    }

    /**
     * Rewrites a claim in place where it was never approved; else writes its draft, and what was approved stays as it is.
     *
     * @throws Refusal for anything wrong with the input, with CONFLICT where the claim has moved on, or with WRONG_STATUS for one
     *     that was withdrawn or superseded
     */
    public Claim revise(Actor actor, ReviseClaim input) {
        actor.mustBe(Role.MARKETER);
        return writes.write(actor, "reviseClaim", input.claimId(), before -> {
            if (before.revision() != input.expectedRevision()) {
                throw Refusal.conflict(
                        before,
                        "The claim is at revision %d, not %d; look at it again."
                                .formatted(before.revision(), input.expectedRevision()),
                        "expectedRevision");
            }
            before.status()
                    .mustBe(
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
            properties.put("pendingApprovals", null);
            if (before.status() == ClaimStatus.APPROVED) {
                var writers = new TreeSet<>(
                        before.draft() == null
                                ? List.<String>of()
                                : before.draft().writerIds());
                writers.add(actor.id());
                var written = new Written(now(), actor.id(), null);
                var draft = new Draft(ClaimStatus.DRAFT, content, List.copyOf(writers), written, null);
                properties.putAll(Draft.properties(draft));
                return claims.save(before.id(), properties);
            }
            var writers = new TreeSet<>(before.writerIds());
            writers.add(actor.id());
            properties.put("writerIds", List.copyOf(writers));
            properties.putAll(writes.status(actor, ClaimStatus.DRAFT, null));
            return claims.save(before.id(), properties, content, Map.of());
        });
    }

    /** @param expiresAfter the moment after which an expiry has to be */
    private List<ClaimContent> read(
            List<DraftClaim> inputs, List<Problems> problems, Predicate<String> comes, Instant expiresAfter) {
        var taken = claims.byKeys(
                inputs.stream().map(DraftClaim::key).filter(Objects::nonNull).toList());
        var contents = new ArrayList<ClaimContent>();
        for (var i = 0; i < inputs.size(); i++) {
            var key = inputs.get(i).key();
            if (key != null) {
                problems.get(i).key(key, "key");
            }
            if (key != null && taken.containsKey(key)) {
                problems.get(i).add(ProblemCode.KEY_TAKEN, "A claim with key %s exists.".formatted(key), "key");
            }
            contents.add(inputs.get(i).content(expiresAfter, problems.get(i)));
        }
        mustBeThere(contents, problems, comes);
        return contents;
    }

    private List<Claim> insert(Actor actor, List<DraftClaim> inputs, List<ClaimContent> contents) {
        var drafts = new ArrayList<ClaimRepository.NewClaim>();
        for (var i = 0; i < inputs.size(); i++) {
            var properties = writes.status(actor, ClaimStatus.DRAFT, null);
            properties.put("key", inputs.get(i).key());
            properties.put("revision", 1);
            properties.put("authorId", actor.id());
            properties.put("writerIds", List.of(actor.id()));
            properties.put("createdAt", ClaimRepository.time(now()));
            properties.put("updatedAt", ClaimRepository.time(now()));
            drafts.add(new ClaimRepository.NewClaim(Id.next("claim"), contents.get(i), properties));
        }
        var drafted = claims.create(drafts);
        drafted.forEach(claim -> changes.record(
                actor,
                "draftClaim",
                claim.id(),
                null,
                claim.state(),
                claim.content().touched()));
        return drafted;
    }

    private void mustBeThere(ClaimContent content, Problems problems) {
        mustBeThere(List.of(content), List.of(problems), id -> false);
    }

    private void mustBeThere(List<ClaimContent> contents, List<Problems> problems, Predicate<String> comes) {
        var subjectIds = contents.stream().flatMap(ClaimContent::subjectIds).collect(Collectors.toSet());
        var factIds =
                contents.stream().flatMap(content -> content.factIds().stream()).collect(Collectors.toSet());
        var thereIds = new HashSet<String>();
        thereIds.addAll(subjects.there(subjectIds));
        thereIds.addAll(facts.there(factIds));
        Predicate<String> there = id -> thereIds.contains(id) || comes.test(id);
        for (var i = 0; i < contents.size(); i++) {
            var content = contents.get(i);
            missing(content.factIds(), there, "fact", "factIds", problems.get(i));
            missing(content.personaIds(), there, "persona", "personaIds", problems.get(i));
            missing(content.marketProblemIds(), there, "problem", "marketProblemIds", problems.get(i));
            missing(content.competitorIds(), there, "competitor", "competitorIds", problems.get(i));
        }
    }

    /** What is of another kind was reported before. */
    private static void missing(
            List<String> ids, Predicate<String> there, String kind, String field, Problems problems) {
        for (var i = 0; i < ids.size(); i++) {
            var isOfKind = kind.equals(Objects.requireNonNullElse(Id.kindOf(ids.get(i)), kind));
            if (isOfKind && !there.test(ids.get(i))) {
                problems.add(ProblemCode.NOT_FOUND, "There is no %s.".formatted(ids.get(i)), field, i);
            }
        }
    }

    private Claim present(String id) {
        return byId(id).orElseThrow();
    }

    private Instant now() {
        return clock.instant();
    }
}
