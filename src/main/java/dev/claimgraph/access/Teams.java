package dev.claimgraph.access;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.NodeSource;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to teams: admins make them and say who belongs to them. */
@Component
public class Teams implements NodeSource {

    static final String KIND = "team";

    /** So many go into a team at once. */
    public static final int MOST_PEOPLE = 100;

    private final TeamRepository teams;
    private final Members members;
    private final ChangeLog changes;
    private final Repeats repeats;

    Teams(TeamRepository teams, Members members, ChangeLog changes, Repeats repeats) {
        this.teams = teams;
        this.members = members;
        this.changes = changes;
        this.repeats = repeats;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Map<String, Team> byId(Collection<String> ids) {
        return teams.byId(ids).stream().collect(Collectors.toMap(Team::id, Function.identity()));
    }

    Optional<Team> byKey(String key) {
        return teams.byKey(List.of(key)).stream().findAny();
    }

    /** The teams that have one of these keys; other keys are nobody's. */
    Set<String> idsOf(Collection<String> keys) {
        return new TreeSet<>(idsByKey(keys).values());
    }

    /** Their ids, by key; keys that are nobody's are left out. */
    public Map<String, String> idsByKey(Collection<String> keys) {
        return teams.byKey(keys).stream().collect(Collectors.toMap(Team::key, Team::id));
    }

    /** All of them, in the order of their keys. */
    public List<Roll> rolls() {
        return teams.rolls();
    }

    /** @throws Refusal for a bad name or key, a key that is taken, a member who is not there */
    public Team create(Actor actor, CreateTeam input) {
        actor.mustBe(Role.ADMIN);
        return changes.write(() -> repeats.once(
                actor, "createTeam", input.idempotencyKey(), input, () -> insert(actor, input), this::present));
    }

    /** @throws Refusal for a team that is not there, or a bad name */
    public Team rename(Actor actor, RenameTeam input) {
        actor.mustBe(Role.ADMIN);
        return changes.write(() -> {
            var problems = new Problems();
            var before = check(input.teamId(), problems);
            var name = problems.text(input.name(), Problems.NAME, "name");
            problems.refuse();
            var after = new Team(Objects.requireNonNull(before).id(), before.key(), name);
            if (!after.equals(before)) {
                teams.save(after);
                changes.record(actor, "renameTeam", after.id(), before.state(), after.state(), List.of());
            }
            return after;
        });
    }

    /** @throws Refusal for a team or a person who is not there */
    public Team add(Actor actor, TeamMembers input) {
        return change(actor, "addTeamMembers", input, Set::add);
    }

    /** @throws Refusal for a team or a person who is not there */
    Team remove(Actor actor, TeamMembers input) {
        return change(actor, "removeTeamMembers", input, Set::remove);
    }

    /** The people whom an input names, locked, where they are all there. */
    private List<Member> members(@Nullable List<String> personIds, Problems problems, Object... path) {
        if (personIds == null) {
            return List.of();
        }
        if (personIds.size() > MOST_PEOPLE) {
            problems.add(ProblemCode.TOO_LONG, "At most %d people go at once.".formatted(MOST_PEOPLE), path);
            return List.of();
        }
        var found = members.lockedById(personIds).stream()
                .collect(Collectors.toMap(member -> member.person().id(), Function.identity()));
        IntStream.range(0, personIds.size()).forEach(i -> {
            var place = Problems.at(path, i);
            if (problems.id(personIds.get(i), List.of(People.KIND), place)) {
                var member = found.get(personIds.get(i));
                if (member == null || member.person().isFormer()) {
                    problems.add(ProblemCode.NOT_FOUND, "There is no person %s.".formatted(personIds.get(i)), place);
                }
            }
        });
        return List.copyOf(found.values());
    }

    private Team insert(Actor actor, CreateTeam input) {
        var problems = new Problems();
        problems.key(input.key(), "key");
        var key = Objects.requireNonNullElse(input.key(), "");
        var name = problems.text(input.name(), Problems.NAME, "name");
        if (byKey(key).isPresent()) {
            problems.add(ProblemCode.KEY_TAKEN, "A team with key %s exists.".formatted(key), "key");
        }
        var first = members(input.memberIds(), problems, "memberIds");
        problems.refuse();
        var team = new Team(Id.next(KIND), key, name);
        teams.save(team);
        changes.record(actor, "createTeam", team.id(), null, team.state(), List.of());
        first.forEach(member -> change(actor, "createTeam", member, team, Set::add));
        return team;
    }

    private Team change(Actor actor, String action, TeamMembers input, BiConsumer<Set<String>, String> how) {
        actor.mustBe(Role.ADMIN);
        return changes.write(() -> {
            var problems = new Problems();
            var team = check(input.teamId(), problems);
            var people = members(input.personIds(), problems, "personIds");
            problems.refuse();
            people.forEach(member -> change(actor, action, member, Objects.requireNonNull(team), how));
            return Objects.requireNonNull(team);
        });
    }

    private void change(Actor actor, String action, Member before, Team team, BiConsumer<Set<String>, String> how) {
        var teamIds = new TreeSet<>(before.teamIds());
        how.accept(teamIds, team.id());
        var after = before.in(teamIds);
        if (!after.equals(before)) {
            members.save(after);
            changes.record(actor, action, before.person().id(), before.state(), after.state(), List.of(team.id()));
        }
    }

    private @Nullable Team check(@Nullable String id, Problems problems) {
        if (!problems.id(id, List.of(KIND), "teamId")) {
            return null;
        }
        var team = byId(List.of(Objects.requireNonNull(id))).get(id);
        if (team == null) {
            problems.add(ProblemCode.NOT_FOUND, "There is no team %s.".formatted(id), "teamId");
        }
        return team;
    }

    private Team present(String id) {
        return Objects.requireNonNull(byId(List.of(id)).get(id));
    }

    /** A team with its members, in the order of their accounts. */
    public record Roll(Team team, List<Person> members) {}

    /** What making a team takes. */
    public record CreateTeam(
            @Nullable String key,
            @Nullable String name,
            @Nullable List<String> memberIds,
            @Nullable String idempotencyKey) {}

    /** What giving a team another name takes. */
    public record RenameTeam(
            @Nullable String teamId, @Nullable String name) {}

    /** Who joins or leaves a team. */
    public record TeamMembers(
            @Nullable String teamId, @Nullable List<String> personIds) {}
}
