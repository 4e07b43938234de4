package dev.claimgraph.fact;

import dev.claimgraph.catalog.RevisionPlan;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.fact.FactInputs.AddEvidence;
import dev.claimgraph.fact.FactInputs.RecordFact;
import dev.claimgraph.fact.FactInputs.RetractFact;
import dev.claimgraph.fact.FactInputs.ReviseFact;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door to facts: product owners record them, and revise, back, verify and retract those about what is theirs. Whoever writes
 * a fact holds its subject's lock, so a fact and what it is judged on never move past each other.
 */
@Component
public class Facts {

    private final FactRepository facts;
    private final Subjects subjects;
    private final ChangeLog changes;
    private final Repeats repeats;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Facts(
            FactRepository facts,
            Subjects subjects,
            ChangeLog changes,
            Repeats repeats,
            ApplicationEventPublisher events,
            Clock clock) {
        this.facts = facts;
        this.subjects = subjects;
        this.changes = changes;
        this.repeats = repeats;
        this.events = events;
        this.clock = clock;
    }

    public Map<String, Fact> byId(Collection<String> ids) {
        return facts.byId(ids);
    }

    /** Those of the ids that are a fact's. */
    public Set<String> there(Collection<String> ids) {
        return facts.there(ids);
    }

    public Optional<Fact> byKey(String key) {
        return facts.byKey(key);
    }

    /** Each fact's decisions, the first one first, up to where the fact was read. */
    public Map<String, List<Verification>> verifications(Collection<Fact> upTo) {
        return facts.verifications(upTo.stream().collect(Collectors.toMap(Fact::id, Fact::decisions)));
    }

    /** The facts that a plan would take from VERIFIED. */
    public List<Fact> suspectAfter(RevisionPlan plan) {
        return facts.lookingAt(plan.before(), plan.after()).stream()
                .filter(fact -> fact.standing() == FactStanding.VERIFIED)
                .filter(fact -> FactState.of(fact, fact.content(), plan.after(), now(), "")
                                .timeless()
                        != FactStanding.VERIFIED)
                .toList();
    }

    /** @throws Refusal for anything wrong with the input; an attribute that the subject does not have among it */
    public Fact record(Actor actor, RecordFact input) {
        actor.mustBe(Role.PRODUCT_OWNER);
        return changes.write(() -> repeats.once(
                actor,
                "recordFact",
                input.idempotencyKey(),
                input,
                () -> {
                    var subject = subjects.locked(input.subjectId(), "subjectId");
                    var problems = new Problems();
                    var read = read(List.of(input), Map.of(subject.id(), subject), List.of(problems));
                    problems.refuse();
                    return insert(actor, read).getFirst();
                },
                this::present));
    }

    /** Many in one transaction. @throws Refusal for anything wrong with any of them, under its place */
    public List<Fact> record(Actor actor, List<RecordFact> inputs) {
        actor.mustBe(Role.PRODUCT_OWNER);
        return changes.writeAtLength(() -> {
            var problems = Problems.each(inputs);
            var about = subjects.locked(inputs.stream()
                    .map(RecordFact::subjectId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            var read = read(inputs, about, problems);
            Problems.refuse(problems);
            return insert(actor, read);
        });
    }

    /**
     * Notes what would be wrong with recording these, and writes nothing.
     *
     * @param about by what stands in its id's place, the subjects that there will be
     */
    public void check(List<RecordFact> inputs, Map<String, Subject> about, List<Problems> problems) {
        read(inputs, about, problems);
    }

    /** Notes what would be wrong with revising a fact, and writes nothing. @param subject as it will be */
    public static void check(Fact fact, ReviseFact input, Subject subject, Problems problems) {
        mustStand(fact, problems);
        input.applyTo(fact.content(), subject, problems);
    }

    /** Notes what would be wrong with adding so much more evidence to a fact, and writes nothing. */
    public static void checkEvidence(Fact fact, int more, Problems problems) {
        mustStand(fact, problems);
        if (fact.evidence().size() + more > NewFact.MOST_EVIDENCE) {
            var message = "A fact has at most %d pieces of evidence.".formatted(NewFact.MOST_EVIDENCE);
            problems.add(ProblemCode.TOO_LONG, message, "evidence");
        }
    }

    /** Whether revising a fact would change what it says or is judged on. */
    public static boolean changes(Fact fact, ReviseFact input, Subject subject) {
        return !input.applyTo(fact.content(), subject, new Problems()).equals(fact.content());
    }

    public Map<String, Fact> byKeys(Collection<String> keys) {
        return facts.byKeys(keys);
    }

    /**
     * Changes what a fact says or is judged on; a verification stands where the basis is still the one it was made on.
     *
     * @throws Refusal for anything wrong with the input, with CONFLICT where the fact has moved on, or with WRONG_STATUS for a
     *     retracted one
     */
    public Fact revise(Actor actor, ReviseFact input) {
        return write(actor, input.factId(), (before, subject) -> {
            if (before.revision() != input.expectedRevision()) {
                throw Refusal.conflict(
                        before,
                        "The fact is at revision %d, not %d; look at it again."
                                .formatted(before.revision(), input.expectedRevision()),
                        "expectedRevision");
            }
            var problems = new Problems();
            mustStand(before, problems);
            var content = input.applyTo(before.content(), subject, problems);
            problems.refuse();
            if (content.equals(before.content())) {
                return before;
            }
            var now = now();
            var properties =
                    FactState.of(before, content, subject, now, actor.id()).properties();
            properties.put("revision", before.revision() + 1);
            properties.put("revisedAt", FactRepository.time(now));
            properties.put("revisedBy", actor.id());
            properties.putAll(FactWrite.reworded(actor, before, content, now));
            return save(actor, "reviseFact", before, new FactWrite(content, properties));
        });
    }

    /** @throws Refusal for anything wrong with the evidence, or with WRONG_STATUS for a retracted fact */
    public Fact addEvidence(Actor actor, AddEvidence input) {
        return write(actor, input.factId(), (before, subject) -> {
            var problems = new Problems();
            checkEvidence(before, 1, problems);
            var piece = Evidence.read(input.evidence(), problems, "evidence");
            problems.refuse();
            var write = new FactWrite(
                    before.content(),
                    Map.of(),
                    List.of(piece),
                    before.evidence().size(),
                    List.of());
            return save(actor, "addEvidence", before, write);
        });
    }

    /**
     * Decides on a fact as the caller was shown it.
     *
     * @throws Refusal with CONFLICT where what was shown has moved; CHECK_FAILS where a failing check was to be VERIFIED;
     *     WRONG_STATUS for a retracted fact; INVALID for a validity that has passed
     */
    public Fact verify(Actor actor, VerifyFact input) {
        return write(actor, input.factId(), (before, subject) -> {
            if (!before.basis().equals(input.basis())) {
                throw Refusal.conflict(before, "The fact is not as you were shown it; look at it again.", "basis");
            }
            return decide(actor, "verifyFact", before, subject, input, content -> input.validUntil(content, now()));
        });
    }

    /**
     * Decides on a fact as it was decided on elsewhere, valid for as long as it was there.
     *
     * @throws Refusal as a verification, but for what was shown
     */
    public Fact attest(Actor actor, VerifyFact input) {
        actor.mustBe(Role.ADMIN);
        return write(
                actor,
                input.factId(),
                (before, subject) ->
                        decide(actor, "attestFact", before, subject, input, content -> input.validUntil()));
    }

    private Fact decide(
            Actor actor,
            String action,
            Fact before,
            Subject subject,
            VerifyFact input,
            Function<FactContent, @Nullable Instant> validUntil) {
        var now = now();
        var problems = new Problems();
        mustStand(before, problems);
        var content = input.applyTo(before, now, problems);
        var state = FactState.decided(before, content, input.decision(), subject, now, actor.id());
        if (input.decision() == Decision.VERIFIED && !state.basis().holds()) {
            var check = Objects.requireNonNull(content.check());
            var message =
                    "The check %s does not hold; revise the fact or the subject first.".formatted(check.display());
            problems.add(ProblemCode.CHECK_FAILS, message, "decision");
        }
        problems.refuse();
        return save(
                actor,
                action,
                before,
                FactWrite.decided(actor, before, content, state, input, validUntil.apply(content), now));
    }

    /** Takes a fact back for good. @throws Refusal without a reason, or where it was retracted before */
    public Fact retract(Actor actor, RetractFact input) {
        return write(actor, input.factId(), (before, subject) -> {
            var problems = new Problems();
            var reason = problems.text(input.reason(), Problems.LONG_TEXT, "reason");
            if (before.retraction() != null) {
                problems.add(ProblemCode.WRONG_STATUS, "The fact was retracted before.", "factId");
            }
            problems.refuse();
            var properties = Map.<String, Object>of(
                    "state", FactStanding.RETRACTED.name(),
                    "retractedAt", Objects.requireNonNull(FactRepository.time(now())),
                    "retractedBy", actor.id(),
                    "retractedBecause", reason);
            return save(actor, "retractFact", before, new FactWrite(before.content(), properties));
        });
    }

    private List<NewFact> read(List<RecordFact> inputs, Map<String, Subject> about, List<Problems> problems) {
        var taken = facts.byKeys(
                inputs.stream().map(RecordFact::key).filter(Objects::nonNull).toList());
        var read = new ArrayList<NewFact>();
        for (var i = 0; i < inputs.size(); i++) {
            NewFact.read(inputs.get(i), taken.keySet(), about, problems.get(i)).ifPresent(read::add);
        }
        return read;
    }

    private List<Fact> insert(Actor actor, List<NewFact> read) {
        var now = now();
        var recorded =
                facts.create(read.stream().map(fact -> fact.write(actor, now)).toList());
        recorded.forEach(
                fact -> changes.record(actor, "recordFact", fact.id(), null, fact.state(), List.of(fact.subjectId())));
        events.publishEvent(new FactsWorded(recorded));
        return recorded;
    }

    private static void mustStand(Fact fact, Problems problems) {
        if (fact.retraction() != null) {
            problems.add(ProblemCode.WRONG_STATUS, "The fact is retracted; record a new one.", "factId");
        }
    }

    /** Runs a write on a fact with its subject locked, for whoever answers for the subject. */
    private Fact write(Actor actor, @Nullable String factId, BiFunction<Fact, Subject, Fact> work) {
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(factId, List.of("fact"), "factId");
            problems.refuse();
            var id = Objects.requireNonNull(factId);
            var locked = facts.locked(id)
                    .orElseThrow(
                            () -> Refusal.of(ProblemCode.NOT_FOUND, "There is no fact %s.".formatted(id), "factId"));
            actor.mustOwn(locked.subject().ownerId());
            return work.apply(locked.fact(), locked.subject());
        });
    }

    private Fact save(Actor actor, String action, Fact before, FactWrite write) {
        var after = facts.save(before.id(), before.subjectId(), write);
        changes.record(actor, action, before.id(), before.state(), after.state(), List.of(before.subjectId()));
        if (!after.statement().equals(before.statement())) {
            events.publishEvent(new FactsWorded(List.of(after)));
        }
        return after;
    }

    private Fact present(String id) {
        return Objects.requireNonNull(facts.byId(List.of(id)).get(id));
    }

    private Instant now() {
        return clock.instant();
    }
}
