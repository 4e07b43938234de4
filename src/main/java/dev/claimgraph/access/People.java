package dev.claimgraph.access;

import dev.claimgraph.history.ChangeLog;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jTemplate;
import org.springframework.stereotype.Component;

/** Everybody who acts. Anyone may look them up. */
@Component
public class People implements NodeSource {

    static final String KIND = "person";

    private final Neo4jTemplate neo4j;
    private final Members members;
    private final Teams teams;
    private final AlternateChanges alternates;
    private final ChangeLog changes;

    People(Neo4jTemplate neo4j, Members members, Teams teams, AlternateChanges alternates, ChangeLog changes) {
        this.neo4j = neo4j;
        this.members = members;
        this.teams = teams;
        this.alternates = alternates;
        this.changes = changes;
    }

    public Optional<Person> byId(String id) {
        return neo4j.findById(id, Person.class);
    }

    @Override
    public Map<String, Person> byId(Collection<String> ids) {
        return neo4j.findAllById(ids, Person.class).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Who acts by an account's name. */
    public Optional<Actor> actor(String account) {
        return members.byAccount(account).map(Member::actor);
    }

    /** Their ids, by account; accounts that are nobody's are left out. */
    public Map<String, String> idsByAccount(Collection<String> accounts) {
        return members.idsByAccount(accounts);
    }

    /** Those who may own something or belong to a team, in the order of their accounts. */
    public List<Expected> whoMayAnswer(String afterAccount, int limit) {
        return members.whoMayAnswer(afterAccount, limit);
    }

    /** Makes a person of an account that nobody has yet; what their login says counts from then on. */
    public void expect(Actor actor, Expected expected) {
        actor.mustBe(Role.ADMIN);
        changes.write(() -> {
            if (members.lockedByAccount(expected.account()).isEmpty()) {
                var person =
                        new Person(Id.next(KIND), expected.account(), expected.name(), Set.copyOf(expected.roles()));
                var member = new Member(person, Set.of(), Set.of());
                members.save(member);
                changes.record(actor, "expectPerson", person.id(), null, member.state(), List.of());
            }
            return null;
        });
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    /** The person behind a login or a token: new where nobody has the account yet, and as it says from now on. */
    Actor seen(Identity identity) {
        var teamIds = identity.teamKeys() == null ? null : teams.idsOf(identity.teamKeys());
        var known = members.byAccount(identity.account());
        return known.filter(member -> member.equals(as(identity, teamIds, member)))
                .orElseGet(() -> changes.write(() -> write(identity, teamIds)))
                .actor();
    }

    /**
     * Takes name, account, roles and teams from a person, for good; they are nobody's alternate then, and have none.
     *
     * @throws Refusal for a person who is not there, or for the caller's own
     */
    Person pseudonymise(Actor actor, @Nullable String personId) {
        actor.mustBe(Role.ADMIN);
        return changes.write(() -> {
            var problems = new Problems();
            if (problems.id(personId, List.of(KIND), "personId") && actor.id().equals(personId)) {
                problems.add(ProblemCode.SAME_PERSON, "Another admin has to do this.", "personId");
            }
            problems.refuse();
            var member = members.lockedById(List.of(String.valueOf(personId))).stream()
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(
                            ProblemCode.NOT_FOUND, "There is no person %s.".formatted(personId), "personId"));
            if (member.person().isFormer()) {
                return member.person();
            }
            var gone = new Person(member.person().id(), Person.FORMER + Id.next(KIND), "Former colleague", Set.of());
            var after = new Member(gone, Set.of(), Set.of());
            members.save(after);
            var touched = new TreeSet<>(member.teamIds());
            touched.addAll(member.alternateOf());
            changes.record(actor, "pseudonymisePerson", gone.id(), member.state(), after.state(), touched);
            alternates.end(actor, "pseudonymisePerson", gone.id());
            return gone;
        });
    }

    private Member write(Identity identity, @Nullable Set<String> teamIds) {
        var before = members.lockedByAccount(identity.account()).orElse(null);
        var present = before != null
                ? before
                : new Member(
                        new Person(Id.next(KIND), identity.account(), identity.name(), identity.roles()),
                        Set.of(),
                        Set.of());
        var after = as(identity, teamIds, present);
        if (!after.equals(before)) {
            members.save(after);
            changes.record(
                    after.actor(),
                    before == null ? "joinPerson" : "updatePerson",
                    after.person().id(),
                    before == null ? null : before.state(),
                    after.state(),
                    after.teamIds());
        }
        return after;
    }

    /** Somebody who acts, as a file names them. */
    public record Expected(String account, String name, List<Role> roles) {}

    private static Member as(Identity identity, @Nullable Set<String> teamIds, Member member) {
        var named = member.named(identity.name(), identity.roles());
        return teamIds == null ? named : named.in(teamIds);
    }
}
