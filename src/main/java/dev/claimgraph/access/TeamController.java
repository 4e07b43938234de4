package dev.claimgraph.access;

import dev.claimgraph.api.Batch;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.IdOrKey;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers which teams there are, who belongs to them, and changes that. */
@Controller
class TeamController {

    private final Teams teams;
    private final TeamRepository repository;

    TeamController(Teams teams, TeamRepository repository) {
        this.teams = teams;
        this.repository = repository;
    }

    @QueryMapping
    @Nullable
    Team team(@Argument @Nullable String id, @Argument @Nullable String key) {
        return IdOrKey.find(
                id,
                key,
                wanted -> Optional.ofNullable(teams.byId(List.of(wanted)).get(wanted)),
                teams::byKey);
    }

    @QueryMapping
    Connection<Team> teams(PageRequest page) {
        return repository.page(page);
    }

    @SchemaMapping(typeName = "Team")
    CompletableFuture<Connection<Person>> members(Team team, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, team.id(), page, repository::members);
    }

    @SchemaMapping(typeName = "Person")
    CompletableFuture<List<Team>> teams(Person person, DataFetchingEnvironment field) {
        return Batch.many(field, person.id(), repository::teamsOf);
    }

    @MutationMapping
    TeamPayload createTeam(Actor actor, @Argument Teams.CreateTeam input) {
        return Refusal.catching(() -> teams.create(actor, input), TeamPayload::new);
    }

    @MutationMapping
    TeamPayload renameTeam(Actor actor, @Argument Teams.RenameTeam input) {
        return Refusal.catching(() -> teams.rename(actor, input), TeamPayload::new);
    }

    @MutationMapping
    TeamPayload addTeamMembers(Actor actor, @Argument Teams.TeamMembers input) {
        return Refusal.catching(() -> teams.add(actor, input), TeamPayload::new);
    }

    @MutationMapping
    TeamPayload removeTeamMembers(Actor actor, @Argument Teams.TeamMembers input) {
        return Refusal.catching(() -> teams.remove(actor, input), TeamPayload::new);
    }

    record TeamPayload(@Nullable Team team, List<Problem> problems) implements Payload {}
}
