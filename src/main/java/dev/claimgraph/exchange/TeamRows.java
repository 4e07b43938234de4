package dev.claimgraph.exchange;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Team;
import dev.claimgraph.access.Teams;
import dev.claimgraph.access.Teams.CreateTeam;
import dev.claimgraph.access.Teams.RenameTeam;
import dev.claimgraph.access.Teams.Roll;
import dev.claimgraph.access.Teams.TeamMembers;
import dev.claimgraph.exchange.Report.Outcome;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of teams, each known by its key: nobody who belongs to one is taken out of it. */
@Component
class TeamRows implements RowDoor {

    private final Binding binding;
    private final People people;
    private final Teams teams;

    TeamRows(Binding binding, People people, Teams teams) {
        this.binding = binding;
        this.people = people;
        this.teams = teams;
    }

    @Override
    public boolean takes(RowType type) {
        return type == RowType.TEAM;
    }

    @Override
    public void check(Actor actor, List<Row> rows, List<Problems> problems, Coming coming) {
        for (var i = 0; i < rows.size(); i++) {
            var team = bind(rows.get(i), problems.get(i));
            if (team == null) {
                continue;
            }
            if (!coming.add(RowType.TEAM, team.key())) {
                var message = "An earlier row has the key %s too; leave one of them out.".formatted(team.key());
                problems.get(i).add(ProblemCode.KEY_TAKEN, message, "key");
            }
            var there = people.byId(team.memberIds());
            for (var place = 0; place < team.memberIds().size(); place++) {
                var member = team.memberIds().get(place);
                if (!there.containsKey(member) && !coming.has(member)) {
                    var message = "There is no %s.".formatted(member);
                    problems.get(i).add(ProblemCode.NOT_FOUND, message, "memberIds", place);
                }
            }
        }
    }

    @Override
    public List<Outcome> write(Actor actor, List<Row> rows) {
        var given = RowDoor.read(rows, this::bind);
        var there = teams.rolls().stream()
                .collect(Collectors.toMap(roll -> roll.team().key(), Function.identity()));
        var outcomes = new ArrayList<Outcome>();
        KeyedRows.each(given, team -> outcomes.add(write(actor, team, there)));
        return outcomes;
    }

    private Outcome write(Actor actor, Given given, Map<String, Roll> there) {
        var roll = there.get(given.key());
        if (roll == null) {
            var team = teams.create(actor, new CreateTeam(given.key(), given.name(), List.of(), null));
            add(actor, team, given.memberIds());
            return Outcome.CREATED;
        }
        var members = roll.members().stream().map(Identified::id).toList();
        var more =
                given.memberIds().stream().filter(id -> !members.contains(id)).toList();
        var isRenamed = !given.name().equals(roll.team().name());
        if (isRenamed) {
            teams.rename(actor, new RenameTeam(roll.team().id(), given.name()));
        }
        add(actor, roll.team(), more);
        return isRenamed || !more.isEmpty() ? Outcome.REVISED : Outcome.UNCHANGED;
    }

    private void add(Actor actor, Team team, List<String> personIds) {
        for (var from = 0; from < personIds.size(); from += Teams.MOST_PEOPLE) {
            var some = personIds.subList(from, Math.min(personIds.size(), from + Teams.MOST_PEOPLE));
            teams.add(actor, new TeamMembers(team.id(), some));
        }
    }

    private @Nullable Given bind(Row row, Problems problems) {
        var input = binding.bind(row.fields(), row.type().creation, CreateTeam.class, problems);
        if (input == null) {
            return null;
        }
        problems.key(input.key(), "key");
        var name = problems.text(input.name(), Problems.NAME, "name");
        return problems.count() > 0
                ? null
                : new Given(
                        Objects.requireNonNull(input.key()),
                        name,
                        Objects.requireNonNullElse(input.memberIds(), List.of()));
    }

    /** What a row says. */
    private record Given(String key, String name, List<String> memberIds) {}
}
