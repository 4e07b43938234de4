package dev.claimgraph.catalog;

import dev.claimgraph.access.Owner;
import dev.claimgraph.access.Person;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door for changing who answers for a product or a subject. */
@Component
public class OwnerChanges {

    private final Products products;
    private final Subjects subjects;
    private final OwnerCheck owners;
    private final OwnedRepository owned;
    private final ApplicationEventPublisher events;
    private final ChangeLog changes;

    OwnerChanges(
            Products products,
            Subjects subjects,
            OwnerCheck owners,
            OwnedRepository owned,
            ApplicationEventPublisher events,
            ChangeLog changes) {
        this.products = products;
        this.subjects = subjects;
        this.owners = owners;
        this.owned = owned;
        this.events = events;
        this.changes = changes;
    }

    /**
     * For the present owner.
     *
     * @return the product or the subject
     * @throws Refusal for a thing or a person that is not there
     */
    public Object change(Actor actor, ChangeOwner input) {
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(input.id(), List.of("product", "feature", "persona", "problem", "competitor"), "id");
            if (input.ownerId() == null) {
                problems.add(ProblemCode.REQUIRED, "ownerId is required.", "ownerId");
            }
            owners.check(input.ownerId(), problems, "ownerId", id -> false);
            problems.refuse();
            var id = String.valueOf(input.id());
            var owner = String.valueOf(input.ownerId());
            var isProduct = "product".equals(Id.kindOf(id));
            var owned = isProduct ? products.changeOwner(actor, id, owner) : subjects.changeOwner(actor, id, owner);
            events.publishEvent(new OwnersChanged(isProduct ? subjects.ownedThrough(id) : List.of(id)));
            return owned;
        });
    }

    /**
     * Gives another owner all that one answers for, in the open transaction: in as many statements for much as for little. Its caller has
     * looked whether the actor may, and refuses what is noted here.
     */
    public Reassigned reassign(Actor actor, String fromId, Owner to, Problems problems) {
        var given = owned.lockedProducts(fromId);
        var concerned = owned.lockedSubjects(fromId);
        if (given.isEmpty() && concerned.isEmpty()) {
            return Reassigned.NOTHING;
        }
        if (to instanceof Person person && !person.mayOwn()) {
            problems.add(ProblemCode.INVALID, OwnerCheck.mayNotOwn(person), "toId");
            return Reassigned.NOTHING;
        }
        var named = concerned.stream()
                .filter(subject -> !subject.followsItsProduct())
                .toList();
        owned.giveProducts(given.stream().map(Product::id).toList(), to.id());
        owned.giveSubjects(named.stream().map(Subject::id).toList(), to.id());
        given.forEach(product -> record(
                actor, product.id(), product.state(), product.ownedBy(to.id()).state(), to));
        named.forEach(subject -> record(
                actor, subject.id(), subject.state(), subject.ownedBy(to.id()).state(), to));
        events.publishEvent(
                new OwnersChanged(concerned.stream().map(Subject::id).toList()));
        return new Reassigned(given.size(), named.size());
    }

    private void record(Actor actor, String id, Map<String, Object> before, Map<String, Object> after, Owner to) {
        changes.record(actor, "reassign", id, before, after, List.of(to.id()));
    }

    /** What a change of owner takes. */
    public record ChangeOwner(@Nullable String id, @Nullable String ownerId) {}
}
