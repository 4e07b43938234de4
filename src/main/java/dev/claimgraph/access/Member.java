package dev.claimgraph.access;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Role;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A person with the ids of the teams that they belong to. */
record Member(Person person, SortedSet<String> teamIds) {

    Member(Person person, Set<String> teamIds) {
        this(person, new TreeSet<>(teamIds));
    }

    Actor actor() {
        return new Actor(person.id(), person.name(), person.roles(), teamIds);
    }

    Member named(String name, Set<Role> roles) {
        return new Member(new Person(person.id(), person.account(), name, roles), teamIds);
    }

    Member in(Set<String> teamIds) {
        return new Member(person, new TreeSet<>(teamIds));
    }

    /** What the history keeps: neither name nor account, so that who leaves can be forgotten. */
    Map<String, ?> state() {
        return Map.of("type", "Person", "roles", new TreeSet<>(person.roles()), "teamIds", teamIds);
    }
}
