package dev.claimgraph.access;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Makes people an owner's alternates, or ends that, in each one's own history, as with the members of a team. */
@Component
class AlternateChanges {

    private final Members members;
    private final ChangeLog changes;

    AlternateChanges(Members members, ChangeLog changes) {
        this.members = members;
        this.changes = changes;
    }

    /** From now on these are an owner's alternates, and no others; all that is named is locked. */
    void replace(Actor actor, String ownerId, Collection<String> formerIds, Collection<Member> named) {
        var stay = named.stream().map(member -> member.person().id()).toList();
        var leave = formerIds.stream().filter(id -> !stay.contains(id)).toList();
        members.lockedById(leave).forEach(member -> change(actor, "nameAlternates", member, ownerId, Set::remove));
        named.forEach(member -> change(actor, "nameAlternates", member, ownerId, Set::add));
    }

    /** From now on the owner has no alternates. */
    void end(Actor actor, String action, String ownerId) {
        members.lockedById(List.copyOf(members.lockedAlternates(ownerId)))
                .forEach(member -> change(actor, action, member, ownerId, Set::remove));
    }

    private void change(
            Actor actor, String action, Member before, String ownerId, BiConsumer<Set<String>, String> how) {
        var owners = new TreeSet<>(before.alternateOf());
        how.accept(owners, ownerId);
        var after = before.standingInFor(owners);
        if (!after.equals(before)) {
            members.save(after);
            changes.record(actor, action, before.person().id(), before.state(), after.state(), List.of(ownerId));
        }
    }
}
