package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.shared.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** While an owner is away, their alternate answers; one owner still does. */
@ClaimgraphTest
class AlternateTests {

    private static final String NAME = """
        mutation($input: NameAlternatesInput!) {
          nameAlternates(input: $input) {
            owner { id alternates { nodes { id name } totalCount } }
            problems { code message path }
          }
        }
        """;

    private final People people;
    private World world;
    private Api api;
    private String owner;
    private String steward;

    AlternateTests(People people) {
        this.people = people;
    }

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        owner = me("owner");
        steward = me("steward");
    }

    @Test
    void anAlternateVerifiesInTheOwnersNameUntilItEnds() {
        var paula = productOwner("Paula");
        api.done("admin", change(world.product, paula));
        assertThat(verify(world.encrypted)).isEqualTo("FORBIDDEN");
        named("admin", paula, owner);
        assertThat(verify(world.encrypted)).isEmpty();
        assertThat(named("admin", paula).at("/owner/alternates/totalCount").asInt())
                .isZero();
        assertThat(verify(world.encrypted)).isEqualTo("FORBIDDEN");
    }

    @Test
    void aTeamsAlternateAnswersForTheTeam() {
        var team = team();
        api.done("admin", change(world.product, team));
        assertThat(verify(world.encrypted)).isEqualTo("FORBIDDEN");
        named("admin", team, owner);
        assertThat(verify(world.encrypted)).isEmpty();
    }

    @Test
    void anAlternateOfAPersonAnswersForNoneOfTheirTeams() {
        var paula = productOwner("Paula");
        var team = team(paula);
        api.done("admin", change(world.product, team));
        named("admin", paula, owner);
        assertThat(verify(world.encrypted)).isEqualTo("FORBIDDEN");
    }

    @Test
    void noRoleComesWithIt() {
        named("owner", owner, steward);
        assertThat(api.error(
                        "steward",
                        world.verification(world.encrypted).document(),
                        Map.of("input", world.verification(world.encrypted).fields())))
                .isEqualTo("FORBIDDEN");
        named("owner", owner);
    }

    @Test
    void anOwnerNamesTheirOwnAndAMemberTheTeams() {
        assertThat(named("owner", owner, steward).at("/owner/alternates").findValuesAsString("id"))
                .containsExactly(steward);
        named("owner", owner);
        var team = team(owner);
        assertThat(named("owner", team, steward, me("admin"))
                        .at("/owner/alternates/nodes")
                        .findValuesAsString("name"))
                .containsExactly("Ada Admin", people.byId(steward).orElseThrow().name());
    }

    @Test
    void nobodyElseNamesThemNotEvenAnAlternate() {
        var paula = productOwner("Paula");
        named("admin", paula, owner);
        for (var account : List.of("owner", "viewer", "steward")) {
            assertThat(api.error(account, NAME, Map.of("input", input(paula, steward))))
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void whoCannotStandInIsSaidAtOnce() {
        assertThat(refused(owner, owner, me("viewer"), "x", world.product))
                .containsExactly(
                        "INVALID alternateIds.0",
                        "INVALID alternateIds.1",
                        "NOT_FOUND alternateIds.2",
                        "WRONG_TYPE alternateIds.3");
        assertThat(refused("x")).containsExactly("NOT_FOUND ownerId");
        assertThat(refused(world.product)).containsExactly("WRONG_TYPE ownerId");
        assertThat(refused(owner, Collections.nCopies(21, steward).toArray(String[]::new)))
                .containsExactly("TOO_LONG alternateIds");
    }

    @Test
    void whoStoodInWhenIsInTheirHistory() {
        var team = team();
        named("admin", team, owner);
        named("admin", team);
        var query = "query($id: ID!) { node(id: $id) { history(last: 2) { nodes { action touched after } } } }";
        var changes = api.ask("viewer", query, Map.of("id", owner)).at("/node/history/nodes");
        assertThat(changes.findValuesAsString("action")).containsOnly("nameAlternates");
        assertThat(changes.at("/0/touched/0").asString()).isEqualTo(team);
        assertThat(changes.at("/0/after").asString()).contains(team);
        assertThat(changes.at("/1/after").asString()).doesNotContain(team);
    }

    @Test
    void whoLeavesStandsInForNobodyAndNobodyForThem() {
        var paula = productOwner("Paula");
        var quinn = productOwner("Quinn");
        named("admin", paula, owner, quinn);
        named("admin", quinn, paula);
        var forget = "mutation($id: ID!) { pseudonymisePerson(input: {personId: $id}) { problems { code } } }";
        api.ask("admin", forget, Map.of("id", paula));
        assertThat(alternates(paula)).isEmpty();
        assertThat(alternates(quinn)).isEmpty();
        assertThat(refused(paula, owner)).containsExactly("NOT_FOUND ownerId");
        assertThat(refused(quinn, paula)).containsExactly("NOT_FOUND alternateIds.0");
    }

    @Test
    void whoLeavesInThatMomentHasNoAlternatesAllTheSame() {
        var forget = "mutation($id: ID!) { pseudonymisePerson(input: {personId: $id}) { problems { code } } }";
        for (var round = 0; round < 10; round++) {
            var paula = productOwner("Paula");
            AtOnce.all(List.<Supplier<JsonNode>>of(
                    () -> api.ask("admin", forget, Map.of("id", paula)),
                    () -> api.ask("admin", NAME, Map.of("input", input(paula, owner)))));
            assertThat(alternates(paula)).isEmpty();
        }
    }

    @Test
    void theListNamedLastIsTheListWhoeverElseNamesOne() {
        for (var round = 0; round < 10; round++) {
            var team = team();
            var admin = me("admin");
            AtOnce.all(List.<Supplier<JsonNode>>of(
                    () -> named("admin", team, owner),
                    () -> named("admin", team, admin),
                    () -> named("admin", team, steward)));
            assertThat(alternates(team)).hasSize(1);
        }
    }

    private List<String> alternates(String id) {
        var query = "query($id: ID!) { node(id: $id) { ... on Owner { alternates { nodes { id } } } } }";
        return api.ask("viewer", query, Map.of("id", id)).at("/node/alternates").findValuesAsString("id");
    }

    private JsonNode named(String account, String ownerId, String... alternates) {
        var payload = api.ask(account, NAME, Map.of("input", input(ownerId, alternates)))
                .get("nameAlternates");
        assertThat(payload.get("problems")).isEmpty();
        return payload;
    }

    private List<String> refused(String ownerId, String... alternates) {
        return api.refused(
                "admin", Input.to("NameAlternates").with("ownerId", ownerId).with("alternateIds", List.of(alternates)));
    }

    private static Map<String, Object> input(String ownerId, String... alternates) {
        return Map.of("ownerId", ownerId, "alternateIds", Arrays.asList(alternates));
    }

    /** FORBIDDEN, or nothing where it was done. */
    private String verify(String fact) {
        var input = world.verification(fact);
        return api.error("owner", input.document(), Map.of("input", input.fields()));
    }

    private static Input change(String id, String ownerId) {
        return Input.to("ChangeOwner").with("id", id).with("ownerId", ownerId);
    }

    private String productOwner(String name) {
        return new Newcomers(people).join(name, Role.PRODUCT_OWNER).id();
    }

    private String team(String... members) {
        var document = "mutation($input: CreateTeamInput!) { createTeam(input: $input) { team { id } } }";
        var key = world.name + "." + System.nanoTime();
        var input = Map.of("key", key, "name", "Team", "memberIds", List.of(members));
        return api.ask("admin", document, Map.of("input", input))
                .at("/createTeam/team/id")
                .asString();
    }

    private String me(String account) {
        return api.ask(account, "{ me { id } }", Map.of()).at("/me/id").asString();
    }
}
