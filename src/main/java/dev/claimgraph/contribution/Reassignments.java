package dev.claimgraph.contribution;

import dev.claimgraph.access.Owner;
import dev.claimgraph.access.Owners;
import dev.claimgraph.catalog.OwnerChanges;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for who leaves and for companies that re-organise: all that one owner answers for and decides in becomes another's. */
@Component
class Reassignments {

    private final OwnerChanges catalog;
    private final Areas areas;
    private final Owners owners;
    private final ChangeLog changes;

    Reassignments(OwnerChanges catalog, Areas areas, Owners owners, ChangeLog changes) {
        this.catalog = catalog;
        this.areas = areas;
        this.owners = owners;
        this.changes = changes;
    }

    /**
     * For product owners who give away what is theirs or their team's, and admins.
     *
     * @throws Refusal for an owner who is not there, the same twice, or who may not own or steward what would become theirs
     */
    Reassignment reassign(Actor actor, Reassign input) {
        actor.mustBe(Role.PRODUCT_OWNER);
        return changes.writeAtLength(() -> {
            var problems = new Problems();
            var from = owner(input.fromId(), "fromId", problems);
            var to = owner(input.toId(), "toId", problems);
            if (from != null && from.equals(to)) {
                problems.add(ProblemCode.INVALID, "%s has it already.".formatted(from.name()), "toId");
            }
            problems.refuse();
            var fromId = Objects.requireNonNull(from).id();
            actor.mustBePartOf(fromId);
            var things = catalog.reassign(actor, fromId, Objects.requireNonNull(to), problems);
            var stewarded = areas.reassign(actor, fromId, to, problems);
            problems.refuse();
            return new Reassignment(things.products(), things.subjects(), stewarded);
        });
    }

    private @Nullable Owner owner(@Nullable String id, String field, Problems problems) {
        if (!problems.id(id, List.of("person", "team"), field)) {
            return null;
        }
        var owner = owners.byId(List.of(Objects.requireNonNull(id))).get(id);
        if (owner == null) {
            problems.add(ProblemCode.NOT_FOUND, "There is no person or team %s.".formatted(id), field);
        }
        return owner;
    }

    /** Whose things become whose. */
    record Reassign(@Nullable String fromId, @Nullable String toId) {}

    /** How much became another's. */
    record Reassignment(int products, int subjects, int areas) {

        static final Reassignment NOTHING = new Reassignment(0, 0, 0);

        ReassignPayload payload(List<Problem> problems) {
            return new ReassignPayload(products, subjects, areas, problems);
        }
    }
}
