package dev.claimgraph.catalog;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for changing who answers for a product or a subject. */
@Component
public class OwnerChanges {

    private final Products products;
    private final Subjects subjects;
    private final OwnerCheck owners;
    private final ChangeLog changes;

    OwnerChanges(Products products, Subjects subjects, OwnerCheck owners, ChangeLog changes) {
        this.products = products;
        this.subjects = subjects;
        this.owners = owners;
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
            owners.check(input.ownerId(), problems, "ownerId");
            problems.refuse();
            var id = String.valueOf(input.id());
            var owner = String.valueOf(input.ownerId());
            return "product".equals(Id.kindOf(id))
                    ? products.changeOwner(actor, id, owner)
                    : subjects.changeOwner(actor, id, owner);
        });
    }

    /** What a change of owner takes. */
    public record ChangeOwner(@Nullable String id, @Nullable String ownerId) {}
}
