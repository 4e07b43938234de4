package dev.claimgraph.catalog;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door to features, personas, market problems and competitors: product owners create them, and revise those that are theirs. */
@Component
public class Subjects {

    private final SubjectRepository subjects;
    private final Products products;
    private final OwnerCheck owners;
    private final ChangeLog changes;
    private final Repeats repeats;
    private final SubjectFollower follower;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Subjects(
            SubjectRepository subjects,
            Products products,
            OwnerCheck owners,
            ChangeLog changes,
            Repeats repeats,
            SubjectFollower follower,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subjects = subjects;
        this.products = products;
        this.owners = owners;
        this.changes = changes;
        this.repeats = repeats;
        this.follower = follower;
        this.events = events;
        this.clock = clock;
    }

    public Map<String, Subject> byId(Collection<String> ids) {
        return subjects.byId(ids);
    }

    /** Those of the ids that are a subject's. */
    public Set<String> there(Collection<String> ids) {
        return subjects.there(ids);
    }

    public Optional<Subject> byKey(SubjectType type, String key) {
        return subjects.byKey(type, key);
    }

    public Map<String, String> idsByKey(SubjectType type, Collection<String> keys) {
        return subjects.idsByKey(type, keys);
    }

    /**
     * Notes what would be wrong with creating this, and writes nothing.
     *
     * @param comes whether a product, subject or owner that is not there yet will be, by what stands in its id's place
     * @return what it would be, as far as could be read
     */
    public Subject check(
            Actor actor, SubjectType type, CreateSubject input, Problems problems, Predicate<String> comes) {
        var productId = String.valueOf(input.productId());
        var product = type != SubjectType.FEATURE || comes.test(productId)
                ? null
                : products.present(input.productId(), problems);
        return read(actor, type, input, product, problems, comes);
    }

    /** @throws Refusal for anything wrong with the input, a key that is taken, a product or an owner that is not there */
    public Subject create(Actor actor, SubjectType type, CreateSubject input) {
        actor.mustBe(Role.PRODUCT_OWNER);
        var action = "create" + type.typename();
        return changes.write(() -> repeats.once(
                actor, action, input.idempotencyKey(), input, () -> insert(actor, type, input), this::present));
    }

    /**
     * Works out what a revision would make of a subject, and writes nothing.
     *
     * @throws Refusal for anything wrong with the input, or with CONFLICT where the subject has moved on
     */
    public RevisionPlan plan(SubjectType type, ReviseSubject input) {
        return plan(type, input, linked -> false);
    }

    /**
     * The same where more will be there.
     *
     * @param comes whether a subject that is not there yet will be, by what stands in its id's place
     */
    public RevisionPlan plan(SubjectType type, ReviseSubject input, Predicate<String> comes) {
        var id = input.subjectId(type);
        var field = ReviseSubject.idField(type);
        checkId(type, id, field);
        var present = subjects.byId(List.of(id)).get(id);
        if (present == null) {
            throw notFound(type, id, field);
        }
        return plan(present, input, comes);
    }

    /**
     * Makes a revision, in one transaction with all that follows from it; nothing where nothing is really different.
     *
     * @param before told of the plan, with the subject locked, before anything of it is written
     * @throws Refusal for anything wrong with the input, or with CONFLICT where the subject has moved on
     */
    public Subject revise(Actor actor, SubjectType type, ReviseSubject input, RevisionListener before) {
        return changes.write(() -> {
            var locked = toRevise(type, input);
            var present = locked.subject();
            actor.mustOwn(present.ownerId());
            var plan = plan(present, input, linked -> false);
            if (!plan.changesAnything()) {
                return present;
            }
            before.revising(plan);
            var note = input.note() == null || input.note().isBlank()
                    ? null
                    : input.note().strip();
            if (!plan.after().isWordedLike(present)) {
                events.publishEvent(new SubjectWorded(plan.after()));
            }
            var moved = locked.facts().follow(plan.after(), actor);
            changes.record(
                    actor,
                    "revise" + type.typename(),
                    present.id(),
                    present.state(),
                    plan.after().state(),
                    List.of());
            subjects.revise(plan, actor.id(), note, moved);
            return plan.after();
        });
    }

    /**
     * Locks a subject for the open transaction, as every write to what stands on it does first.
     *
     * @throws Refusal where the id is another kind's or nobody's
     */
    public Subject locked(@Nullable String id, String field) {
        var problems = new Problems();
        problems.id(id, List.of("feature", "persona", "problem", "competitor"), field);
        problems.refuse();
        return Optional.ofNullable(locked(Set.of(String.valueOf(id))).get(id))
                .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "There is no subject %s.".formatted(id), field));
    }

    /** The same for many; those that are not there are left out. */
    public Map<String, Subject> locked(Collection<String> ids) {
        return subjects.locked(ids);
    }

    Subject changeOwner(Actor actor, String id, String ownerId) {
        var before = locked(id, "id");
        actor.mustOwn(before.ownerId());
        var after = subjects.changeOwner(id, ownerId);
        if (!after.equals(before)) {
            changes.record(actor, "changeOwner", id, before.state(), after.state(), List.of(ownerId));
        }
        return after;
    }

    /** The subjects of a product that name no owner of their own. */
    List<String> ownedThrough(String productId) {
        return subjects.ownedThrough(productId);
    }

    private Subject present(String id) {
        return Objects.requireNonNull(subjects.byId(List.of(id)).get(id));
    }

    private SubjectFollower.Locked toRevise(SubjectType type, ReviseSubject input) {
        var id = input.subjectId(type);
        var field = ReviseSubject.idField(type);
        checkId(type, id, field);
        return follower.lock(id, input).orElseThrow(() -> notFound(type, id, field));
    }

    private RevisionPlan plan(Subject present, ReviseSubject input, Predicate<String> comes) {
        if (present.revision() != input.expectedRevision()) {
            throw Refusal.conflict(
                    present,
                    "%s is at revision %d, not %d; look at it again."
                            .formatted(present.key(), present.revision(), input.expectedRevision()),
                    "expectedRevision");
        }
        var problems = new Problems();
        checkLinks(input.personaIds(), SubjectType.PERSONA, problems, "personaIds", comes);
        checkLinks(input.featureIds(), SubjectType.FEATURE, problems, "featureIds", comes);
        return RevisionPlan.of(present, input, problems, now());
    }

    private Subject insert(Actor actor, SubjectType type, CreateSubject input) {
        var problems = new Problems();
        var product = type == SubjectType.FEATURE ? products.locked(input.productId(), problems) : null;
        var created = read(actor, type, input, product, problems, id -> false);
        problems.refuse();
        subjects.create(RevisionPlan.ofNew(created), actor.id());
        var touched = new ArrayList<>(created.personaIds());
        touched.addAll(created.featureIds());
        changes.record(actor, "create" + type.typename(), created.id(), null, created.state(), touched);
        events.publishEvent(new SubjectWorded(created));
        return created;
    }

    private Subject read(
            Actor actor,
            SubjectType type,
            CreateSubject input,
            @Nullable Product product,
            Problems problems,
            Predicate<String> comes) {
        problems.key(input.key(), "key");
        var key = Objects.requireNonNullElse(input.key(), "");
        var name = problems.text(input.name(), Problems.NAME, "name");
        var summary = problems.optionalText(input.summary(), Problems.LONG_TEXT, "summary");
        var values = RevisionPlan.read(input.attributes(), problems, "attributes");
        owners.check(input.ownerId(), problems, "ownerId", comes);
        checkLinks(input.personaIds(), SubjectType.PERSONA, problems, "personaIds", comes);
        checkLinks(input.featureIds(), SubjectType.FEATURE, problems, "featureIds", comes);
        if (subjects.byKey(type, key).isPresent()) {
            problems.add(ProblemCode.KEY_TAKEN, "A %s with key %s exists.".formatted(type.kind(), key), "key");
        }
        var lifecycle = type == SubjectType.FEATURE
                ? Objects.requireNonNullElse(input.lifecycle(), Lifecycle.GENERALLY_AVAILABLE)
                : null;
        var now = now();
        return new Subject(
                Id.next(type.kind()),
                type,
                key,
                name,
                summary,
                lifecycle,
                1,
                product == null ? null : product.id(),
                input.ownerId(),
                owner(actor, input, product),
                distinct(input.personaIds()),
                distinct(input.featureIds()),
                values,
                false,
                now,
                now);
    }

    private void checkLinks(
            @Nullable List<String> ids, SubjectType type, Problems problems, String field, Predicate<String> comes) {
        if (ids == null) {
            return;
        }
        if (ids.size() > 200) {
            problems.add(ProblemCode.TOO_LONG, "At most 200 go here.", field);
            return;
        }
        var there = subjects.there(ids);
        for (var i = 0; i < ids.size(); i++) {
            if (problems.id(ids.get(i), List.of(type.kind()), field, i)
                    && !there.contains(ids.get(i))
                    && !comes.test(ids.get(i))) {
                var message = "There is no %s %s.".formatted(type.kind(), ids.get(i));
                problems.add(ProblemCode.NOT_FOUND, message, field, i);
            }
        }
    }

    private static void checkId(SubjectType type, String id, String field) {
        var problems = new Problems();
        problems.id(id, List.of(type.kind()), field);
        problems.refuse();
    }

    private static Refusal notFound(SubjectType type, String id, String field) {
        return Refusal.of(ProblemCode.NOT_FOUND, "There is no %s %s.".formatted(type.kind(), id), field);
    }

    private static String owner(Actor actor, CreateSubject input, @Nullable Product product) {
        return input.ownerId() != null ? input.ownerId() : product != null ? product.ownerId() : actor.id();
    }

    private static List<String> distinct(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids.stream().distinct().sorted().toList();
    }

    private Instant now() {
        return clock.instant();
    }

    /** Told of a revision in its transaction, before it is written. */
    @FunctionalInterface
    public interface RevisionListener {
        RevisionListener NONE = plan -> {};

        void revising(RevisionPlan plan);
    }
}
