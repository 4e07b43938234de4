package dev.claimgraph.access;

import dev.claimgraph.history.ChangeRows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** The people of the local accounts, whom the service would make at its start under ids that are others each time. */
public final class GeneratedPeople {

    private GeneratedPeople() {}

    /** @param ids gives the id of the account in a place */
    public static List<Person> of(IntFunction<String> ids, ChangeRows changes, Instant at) {
        return Arrays.stream(LocalAccount.values())
                .map(account -> {
                    var id = ids.apply(account.ordinal());
                    var identity = account.identity();
                    var person = new Person(id, identity.account(), identity.name(), identity.roles());
                    var state = new Member(person, Set.of(), Set.of()).state();
                    changes.add(id, "joinPerson", id, null, state, Set.of(), at);
                    return person;
                })
                .toList();
    }
}
