package dev.claimgraph.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who answers for a subject: its own owner, else its product's, else whoever created it. */
@ClaimgraphTest
class OwnerTests {

    private static final String CHANGE = """
        mutation($input: ChangeOwnerInput!) {
          changeOwner(input: $input) { owned { owner { id } } problems { code message path } }
        }
        """;

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
    void aFeatureIsItsProductsOwnersWhoeverCreatedIt() {
        assertThat(ownerOf(created(feature()))).isEqualTo(owner);
    }

    @Test
    void aFeatureWithAnOwnerOfItsOwnIsThatPersons() {
        assertThat(ownerOf(created(feature().with("ownerId", admin)))).isEqualTo(admin);
    }

    @Test
    void whatHasNoProductIsItsCreators() {
        var persona =
                Input.to("CreatePersona").with("key", world.name + ".other").with("name", "Other");
        var id = api.done("admin", persona).at("/persona/id").asString();
        assertThat(ownerOf(id)).isEqualTo(admin);
    }

    @Test
    void aProductsNewOwnerAnswersForTheFeaturesThatNameNone() {
        var own = created(feature().with("ownerId", owner));
        changed(world.product, admin);
        assertThat(ownerOf(world.product)).isEqualTo(admin);
        assertThat(ownerOf(world.sync)).isEqualTo(admin);
        assertThat(ownerOf(own)).isEqualTo(owner);
    }

    @Test
    void aChangeOfOwnerLeavesTheRevisionAsItWas() {
        var before = world.revision(world.sync);
        assertThat(changed(world.sync, admin).at("/owned/owner/id").asString()).isEqualTo(admin);
        assertThat(world.revision(world.sync)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "contributor", "marketer", "approver"})
    void nobodyWhoMayNotReviseBecomesAnOwner(String account) {
        var person = person(account);
        assertThat(changed(world.sync, person).at("/problems/0/code").asString())
                .isEqualTo("INVALID");
        assertThat(api.refused("owner", feature().with("ownerId", person))).containsExactly("INVALID ownerId");
        var product = Input.to("CreateProduct")
                .with("key", world.name + ".other")
                .with("name", "Other")
                .with("ownerId", person);
        assertThat(api.refused("owner", product)).containsExactly("INVALID ownerId");
        assertThat(ownerOf(world.sync)).isEqualTo(owner);
    }

    @Test
    void whatCannotBeOwnedOrOwnIsSaidAtOnce() {
        var problems = changed(world.sizes, world.persona).get("problems");
        assertThat(problems.findValuesAsString("code")).containsExactly("WRONG_TYPE", "WRONG_TYPE");
        assertThat(problems.get(0).get("message").asString())
                .isEqualTo("id must be the id of a product or feature or persona or problem or competitor, not of a"
                        + " claim.");
        assertThat(problems.at("/1/path/0").asString()).isEqualTo("ownerId");
    }

    private JsonNode changed(String id, String ownerId) {
        return api.ask("owner", CHANGE, Map.of("input", Map.of("id", id, "ownerId", ownerId)))
                .get("changeOwner");
    }

    private Input feature() {
        return world.feature("other").with("name", "Other");
    }

    private String created(Input feature) {
        return api.done("admin", feature).at("/feature/id").asString();
    }

    private String ownerOf(String id) {
        var document = "query($id: ID!) { node(id: $id) { ... on Owned { owner { id } } } }";
        return api.ask("viewer", document, Map.of("id", id))
                .at("/node/owner/id")
                .asString();
    }

    private String person(String account) {
        return api.ask(account, "{ me { id } }", Map.of()).at("/me/id").asString();
    }
}
