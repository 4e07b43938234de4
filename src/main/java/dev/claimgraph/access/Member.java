package dev.claimgraph.access;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Role;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person with the ids of the owners in whose name they act.
 *
 * @param teamIds the teams that they belong to
 * @param alternateOf the people and teams whose alternate they are
 */
record Member(Person person, SortedSet<String> teamIds, SortedSet<String> alternateOf) {

    Member(Person person, Set<String> teamIds, Set<String> alternateOf) {
        this(person, new TreeSet<>(teamIds), new TreeSet<>(alternateOf));
    }

    Actor actor() {
        return new Actor(person.id(), person.name(), person.roles(), teamIds, alternateOf);
    }

    Member named(String name, Set<Role> roles) {
        return new Member(new Person(person.id(), person.account(), name, roles), teamIds, alternateOf);
    }

    Member in(Set<String> teamIds) {
        return new Member(person, new TreeSet<>(teamIds), alternateOf);
    }

    Member standingInFor(Set<String> alternateOf) {
        return new Member(person, teamIds, new TreeSet<>(alternateOf));
    }

    /** What the history keeps: neither name nor account, so that who leaves can be forgotten. */
    Map<String, ?> state() {
        return Map.of(
                "type",
                "Person",
                "roles",
                new TreeSet<>(person.roles()),
                "teamIds",
                teamIds,
                "alternateOf",
                alternateOf);
    }
}
