package dev.claimgraph.catalog;

import dev.claimgraph.access.People;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the person whom an input names as an owner. */
@Component
class Owners {

    private final People people;

    Owners(People people) {
        this.people = people;
    }

    /** Nobody named is fine; somebody named must be there, and may own. */
    void check(@Nullable String ownerId, Problems problems, String field) {
        if (ownerId == null || !problems.id(ownerId, List.of("person"), field)) {
            return;
        }
        var person = people.byId(ownerId);
        if (person.isEmpty()) {
            problems.add(ProblemCode.NOT_FOUND, "There is no person %s.".formatted(ownerId), field);
        } else if (!person.get().actor().mayActAs(Role.PRODUCT_OWNER)) {
            var message = "%s is neither a product owner nor an admin."
                    .formatted(person.get().name());
            problems.add(ProblemCode.INVALID, message, field);
        }
    }
}
