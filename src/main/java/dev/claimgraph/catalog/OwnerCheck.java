package dev.claimgraph.catalog;

import dev.claimgraph.access.Owners;
import dev.claimgraph.access.Person;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the person or team whom an input names as an owner. */
@Component
class OwnerCheck {

    private final Owners owners;

    OwnerCheck(Owners owners) {
        this.owners = owners;
    }

    /**
     * Nobody named is fine; somebody named must be there, and may own.
     *
     * @param comes whether a person or team who is not there yet will be, by what stands in the id's place
     */
    void check(@Nullable String ownerId, Problems problems, String field, Predicate<String> comes) {
        if (ownerId == null || !problems.id(ownerId, List.of("person", "team"), field)) {
            return;
        }
        var owner = owners.byId(List.of(ownerId)).get(ownerId);
        if (owner == null && !comes.test(ownerId)) {
            problems.add(ProblemCode.NOT_FOUND, "There is no person or team %s.".formatted(ownerId), field);
        } else if (owner instanceof Person person && !person.mayOwn()) {
            problems.add(ProblemCode.INVALID, mayNotOwn(person), field);
        }
    }

    static String mayNotOwn(Person person) {
        return "%s is neither a product owner nor an admin.".formatted(person.name());
    }
}
