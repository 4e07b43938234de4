package dev.claimgraph.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling: every write names one, and every rule asks it.
 *
 * @param id the id of the Person behind the caller
 * @param teamIds the ids of the teams that they belong to
 * @param alternateOf the ids of the owners whose alternate they are
 */
public record Actor(String id, String name, Set<Role> roles, Set<String> teamIds, Set<String> alternateOf) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether they have the role or are an admin. */
    public boolean mayActAs(Role role) {
        return is(role) || is(Role.ADMIN);
    }

    /** @throws Forbidden unless the caller has one of the roles or is an admin */
    public void mustBe(Role... roles) {
        if (Stream.of(roles).noneMatch(this::mayActAs)) {
            throw Forbidden.to(List.of(roles));
        }
    }

    /** @throws Forbidden unless the caller is a product owner and this owner, or of this team, or an admin */
    public void mustOwn(@Nullable String ownerId) {
        if (!owns(ownerId)) {
            throw new Forbidden(
                    "only its owner may, one of that team or an alternate, with the role PRODUCT_OWNER, or an ADMIN");
        }
    }

    /** Whether the caller is a product owner and this owner, or of this team, or an admin. */
    public boolean owns(@Nullable String ownerId) {
        return is(Role.ADMIN)
                || (is(Role.PRODUCT_OWNER) && ownerId != null && answersFor().contains(ownerId));
    }

    /**
     * The same person with what this owner may do, product owner or not: for what follows from a decision that is theirs to make, such
     * as accepting a contribution, and for nothing else.
     */
    public Actor onBehalfOf(String ownerId) {
        var entrusted = new HashSet<>(roles);
        entrusted.add(Role.PRODUCT_OWNER);
        var owners = new HashSet<>(alternateOf);
        owners.add(ownerId);
        return new Actor(id, name, entrusted, teamIds, owners);
    }

    /** @throws Forbidden unless the caller is this person, or of this team, or an admin: an alternate is not enough */
    public void mustBePartOf(String ownerId) {
        if (!id.equals(ownerId) && !teamIds.contains(ownerId) && !is(Role.ADMIN)) {
            throw new Forbidden("only the present owner may, one of that team, or an ADMIN");
        }
    }

    /** The ids of the owners in whose name they act: their own, their teams' and those of whom they are an alternate. */
    public Set<String> answersFor() {
        var ids = new HashSet<>(teamIds);
        ids.addAll(alternateOf);
        ids.add(id);
        return ids;
    }
}
