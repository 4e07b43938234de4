package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A team owns what a person can own. */
@ClaimgraphTest
class TeamTests {

    private static final String PAYLOAD =
            "{ team { id key name members { nodes { name } totalCount } } problems { code message path } }";

    private World world;
    private Api api;
    private String owner;
    private String admin;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        owner = person("owner");
        admin = person("admin");
    }

    @Test
    void whatATeamOwnsItsMembersWriteAndNobodyElse() {
        var team = team("builders");
        var product = ownedBy(team);
        assertThat(revise(product, 1)).isEqualTo("FORBIDDEN");
        send("addTeamMembers", "TeamMembersInput", Map.of("teamId", team, "personIds", List.of(owner)));
        assertThat(revise(product, 1)).isEmpty();
        send("removeTeamMembers", "TeamMembersInput", Map.of("teamId", team, "personIds", List.of(owner)));
        assertThat(revise(product, 2)).isEqualTo("FORBIDDEN");
    }

    @Test
    void aMemberWhoIsNoProductOwnerReadsOnly() {
        var marketer = person("marketer");
        var team = team("readers", marketer);
        var product = ownedBy(team);
        var input = Map.of("productId", product, "expectedRevision", 1, "name", "Mine");
        var document = "mutation ($input: ReviseProductInput!) { reviseProduct(input: $input) { problems { code } } }";
        assertThat(api.error("marketer", document, Map.of("input", input))).isEqualTo("FORBIDDEN");
    }

    @Test
    void aTeamIsAnOwnerLikeAPerson() {
        var team = team("owners", owner);
        var product = ownedBy(team);
        var query = "query ($id: ID!) { product(id: $id) { owner { __typename id name ... on Team { key } } } }";
        var found = api.ask("viewer", query, Map.of("id", product)).at("/product/owner");
        assertThat(found.get("__typename").asString()).isEqualTo("Team");
        assertThat(found.get("id").asString()).isEqualTo(team);
        assertThat(found.get("key").asString()).isEqualTo(world.name + ".owners");
        var owned = "query ($owner: ID!) { products(filter: {ownerId: $owner}) { nodes { id } } }";
        assertThat(api.ask("viewer", owned, Map.of("owner", team))
                        .at("/products/nodes/0/id")
                        .asString())
                .isEqualTo(product);
    }

    @Test
    void peopleAndTeamsLeadToEachOther() {
        var team = team("pairs", owner, admin);
        var query = """
            query ($id: ID!, $key: String!) {
              team(key: $key) { name members(first: 1) { nodes { name teams { id } } totalCount pageInfo { endCursor } } }
              node(id: $id) { ... on Team { members { nodes { name } } history { nodes { action by { name } } } } }
            }
            """;
        var found = api.ask("viewer", query, Map.of("id", team, "key", world.name + ".pairs"));
        assertThat(found.at("/team/members/totalCount").asInt()).isEqualTo(2);
        assertThat(found.at("/team/members/nodes/0/name").asString()).isEqualTo("Ada Admin");
        assertThat(found.at("/team/members/nodes/0/teams").findValuesAsString("id"))
                .contains(team);
        assertThat(found.at("/node/members").findValuesAsString("name")).containsExactly("Ada Admin", "Olivia Owner");
        assertThat(found.at("/node/history").findValuesAsString("action")).containsExactly("createTeam");
        assertThat(found.at("/node/history").findValuesAsString("name")).containsExactly("Ada Admin");
    }

    @Test
    void aMembershipIsInThePersonsHistory() {
        var team = team("history", owner);
        var query = "query ($id: ID!) { node(id: $id) { history(last: 1) { nodes { action touched after } } } }";
        var last = api.ask("viewer", query, Map.of("id", owner)).at("/node/history/nodes/0");
        assertThat(last.get("action").asString()).isEqualTo("createTeam");
        assertThat(Api.texts(last.get("touched"))).containsExactly(team);
        assertThat(last.get("after").asString()).contains(team);
    }

    @Test
    void whoJoinsTwoTeamsAtOnceIsInBoth() {
        for (var round = 0; round < 10; round++) {
            var both = List.of(team("left" + round), team("right" + round));
            AtOnce.all(both.stream()
                    .<Supplier<JsonNode>>map(team -> () -> send(
                            "addTeamMembers", "TeamMembersInput", Map.of("teamId", team, "personIds", List.of(owner))))
                    .toList());
            var query = "query ($id: ID!) { person(id: $id) { teams { id } } }";
            assertThat(api.ask("viewer", query, Map.of("id", owner)).findValuesAsString("id"))
                    .containsAll(both);
        }
    }

    @Test
    void aTeamIsRenamedAndKeepsItsKey() {
        var team = team("renamed");
        var after = send("renameTeam", "RenameTeamInput", Map.of("teamId", team, "name", "Another name"));
        assertThat(after.at("/team/name").asString()).isEqualTo("Another name");
        assertThat(after.at("/team/key").asString()).isEqualTo(world.name + ".renamed");
    }

    @Test
    void teamsAreListedByName() {
        team("listed");
        var query = "{ teams(first: 100) { nodes { name } totalCount } }";
        var teams = api.ask("viewer", query, Map.of()).get("teams");
        assertThat(teams.findValuesAsString("name"))
                .isSorted()
                .hasSize(teams.get("totalCount").asInt());
    }

    @Test
    void aTeamMadeTwiceWithOneKeyIsMadeOnce() {
        var input = Map.of("key", world.name + ".once", "name", "Once", "idempotencyKey", world.name);
        var first = send("createTeam", "CreateTeamInput", input);
        assertThat(send("createTeam", "CreateTeamInput", input)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "createTeam, CreateTeamInput",
        "renameTeam, RenameTeamInput",
        "addTeamMembers, TeamMembersInput",
        "removeTeamMembers, TeamMembersInput"
    })
    void whatIsWrongIsSaidAtOnce(String mutation, String type) {
        var team = team("wrong");
        var input = switch (mutation) {
            case "createTeam" ->
                Map.of("key", world.name + ".wrong", "name", " ", "memberIds", List.of(owner, "x", team));
            case "renameTeam" -> Map.of("teamId", owner, "name", "x".repeat(201));
            default -> Map.of("teamId", "x", "personIds", List.of("x"));
        };
        var codes = send(mutation, type, input).get("problems").findValuesAsString("code");
        assertThat(codes)
                .containsExactly(
                        switch (mutation) {
                            case "createTeam" -> new String[] {"REQUIRED", "KEY_TAKEN", "NOT_FOUND", "WRONG_TYPE"};
                            case "renameTeam" -> new String[] {"WRONG_TYPE", "TOO_LONG"};
                            default -> new String[] {"NOT_FOUND", "NOT_FOUND"};
                        });
    }

    @Test
    void whoIsNotThereOwnsNothing() {
        var input =
                Input.to("CreateProduct").with("key", world.name + ".nobodys").with("name", "Nobody's");
        assertThat(api.refused("owner", input.with("ownerId", "team_00000000000000000000000000")))
                .containsExactly("NOT_FOUND ownerId");
    }

    private String ownedBy(String team) {
        var input = Input.to("CreateProduct")
                .with("key", world.name + "." + team)
                .with("name", "Owned")
                .with("ownerId", team);
        return api.done("admin", input).at("/product/id").asString();
    }

    /** FORBIDDEN, or nothing where it was done. */
    private String revise(String product, int revision) {
        var input = Map.of("productId", product, "expectedRevision", revision, "name", "Revision " + revision);
        var document = "mutation ($input: ReviseProductInput!) { reviseProduct(input: $input) { problems { code } } }";
        return api.error("owner", document, Map.of("input", input));
    }

    private String team(String key, String... members) {
        var input = Map.of("key", world.name + "." + key, "name", world.name + key, "memberIds", List.of(members));
        return send("createTeam", "CreateTeamInput", input).at("/team/id").asString();
    }

    private JsonNode send(String mutation, String type, Map<String, ?> input) {
        var document = "mutation ($input: %s!) { %s(input: $input) %s }".formatted(type, mutation, PAYLOAD);
        return api.ask("admin", document, Map.of("input", input)).get(mutation);
    }

    private String person(String account) {
        return api.ask(account, "{ me { id } }", Map.of()).at("/me/id").asString();
    }
}
