package dev.claimgraph.access;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to alternates: who stands in for a person is theirs to say, for a team its members'. */
@Component
class Alternates {

    private static final int MOST = 20;

    private final Owners owners;
    private final Members members;
    private final AlternateChanges alternates;
    private final ChangeLog changes;

    Alternates(Owners owners, Members members, AlternateChanges alternates, ChangeLog changes) {
        this.owners = owners;
        this.members = members;
        this.alternates = alternates;
        this.changes = changes;
    }

    /**
     * Replaces an owner's alternates. For the person, or a member of the team, and admins.
     *
     * @throws Refusal for an owner or a person who is not there, the owner as its own alternate, who may neither own nor steward
     */
    Owner name(Actor actor, NameAlternates input) {
        return changes.write(() -> {
            var former = members.lockedAlternates(String.valueOf(input.ownerId()));
            var owner = owner(input.ownerId());
            actor.mustBePartOf(owner.id());
            var problems = new Problems();
            var named = named(owner, Objects.requireNonNullElse(input.alternateIds(), List.of()), problems);
            problems.refuse();
            alternates.replace(actor, owner.id(), former, named);
            return owner;
        });
    }

    private Owner owner(@Nullable String id) {
        var problems = new Problems();
        problems.id(id, List.of(People.KIND, Teams.KIND), "ownerId");
        problems.refuse();
        var owner = owners.byId(List.of(Objects.requireNonNull(id))).get(id);
        if (owner == null || owner instanceof Person person && person.isFormer()) {
            throw Refusal.of(ProblemCode.NOT_FOUND, "There is no person or team %s.".formatted(id), "ownerId");
        }
        return owner;
    }

    private Collection<Member> named(Owner owner, List<String> ids, Problems problems) {
        if (ids.size() > MOST) {
            problems.add(ProblemCode.TOO_LONG, "An owner has at most %d alternates.".formatted(MOST), "alternateIds");
            return List.of();
        }
        var found = members.lockedById(ids).stream()
                .collect(Collectors.toMap(member -> member.person().id(), Function.identity()));
        IntStream.range(0, ids.size()).forEach(i -> check(owner, ids.get(i), found, problems, i));
        return found.values();
    }

    private static void check(Owner owner, String id, Map<String, Member> found, Problems problems, int place) {
        if (!problems.id(id, List.of(People.KIND), "alternateIds", place)) {
            return;
        }
        var member = found.get(id);
        if (member == null || member.person().isFormer()) {
            problems.add(ProblemCode.NOT_FOUND, "There is no person %s.".formatted(id), "alternateIds", place);
        } else if (owner.id().equals(id)) {
            problems.add(ProblemCode.INVALID, "Nobody is their own alternate.", "alternateIds", place);
        } else if (!member.person().mayOwn() && !member.person().maySteward()) {
            var message = "%s is no product owner, steward or admin."
                    .formatted(member.person().name());
            problems.add(ProblemCode.INVALID, message, "alternateIds", place);
        }
    }

    /** Who is to stand in for an owner. */
    record NameAlternates(
            @Nullable String ownerId, @Nullable List<String> alternateIds) {}
}
