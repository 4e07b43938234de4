package dev.claimgraph.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who decides in which area is what the organisation says, and what it said before stays known. */
@ClaimgraphTest
class StewardTests {

    private final Areas areas;
    private World world;
    private Api api;
    private Organisation organisation;
    private String steward;
    private String admin;

    StewardTests(Areas areas) {
        this.areas = areas;
    }

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        organisation = new Organisation(api);
        steward = organisation.me("steward");
        admin = organisation.me("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FEATURES", "PERSONAS", "MARKET_PROBLEMS", "COMPETITORS", "MESSAGING"})
    void thereIsAnAreaOfEachKindWhoeverDecidesInIt(String kind) {
        organisation.steward(kind, null, steward);
        assertThat(area(kind, null).at("/steward/id").asString()).isEqualTo(steward);
        organisation.steward(kind, null, null);
        assertThat(area(kind, null).get("steward").isNull()).isTrue();
    }

    @Test
    void whoWasStewardWhenStaysKnown() {
        var team = organisation.team(world.name + ".stewards");
        var id = organisation
                .steward("FEATURES", world.product, steward)
                .get("id")
                .asString();
        organisation.steward("FEATURES", world.product, team);
        organisation.steward("FEATURES", world.product, null);
        var query =
                "query($id: ID!) { node(id: $id) { __typename history { nodes { action at by { name } touched after }"
                        + " } } }";
        var node = api.ask("viewer", query, Map.of("id", id)).get("node");
        assertThat(node.get("__typename").asString()).isEqualTo("Area");
        var changes = node.at("/history/nodes");
        assertThat(changes.findValuesAsString("action")).hasSize(3).containsOnly("assignSteward");
        assertThat(changes.findValuesAsString("name")).containsOnly("Ada Admin");
        assertThat(changes.at("/0/after").asString()).contains(steward);
        assertThat(changes.at("/1/after").asString()).contains(team);
        assertThat(Api.texts(changes.at("/1/touched"))).contains(steward, team, world.product);
        assertThat(changes.at("/2/after").asString()).contains("\"stewardId\":null");
    }

    @Test
    void aProductsFeaturesAreOfAnAreaOfTheirOwnOnceItHasASteward() {
        assertThat(area("FEATURES", world.product).isNull()).isTrue();
        assertThat(organisation
                        .steward("FEATURES", world.product, null)
                        .get("product")
                        .isNull())
                .isTrue();
        organisation.steward("FEATURES", world.product, steward);
        assertThat(area("FEATURES", world.product).at("/product/id").asString()).isEqualTo(world.product);
    }

    @Test
    void whatWaitsGoesWithTheArea() {
        var objection = organisation.offered(
                "viewer", Organisation.contribute("OBJECTION", "Too slow.").with("subjectId", world.sync));
        assertThat(organisation.contribution(objection).at("/area/product").isNull())
                .isTrue();
        organisation.steward("FEATURES", world.product, steward);
        assertThat(organisation.contribution(objection).at("/area/product/id").asString())
                .isEqualTo(world.product);
        organisation.steward("FEATURES", world.product, null);
        assertThat(organisation.contribution(objection).at("/area/product").isNull())
                .isTrue();
    }

    @Test
    void whatWasDecidedStaysWhereItWas() {
        var objection = organisation.offered(
                "viewer", Organisation.contribute("OBJECTION", "Too slow.").with("subjectId", world.sync));
        api.done("admin", Organisation.decline(objection));
        organisation.steward("FEATURES", world.product, steward);
        assertThat(organisation.contribution(objection).at("/area/product").isNull())
                .isTrue();
    }

    @Test
    void twoWhoMakeOneAtOnceMakeOne() {
        for (var round = 0; round < 10; round++) {
            var product = api.done(
                            "owner",
                            Input.to("CreateProduct")
                                    .with("key", world.name + "." + round)
                                    .with("name", "Product"))
                    .at("/product/id")
                    .asString();
            var made = AtOnce.all(List.<Supplier<JsonNode>>of(
                    () -> organisation.steward("FEATURES", product, steward),
                    () -> organisation.steward("FEATURES", product, admin)));
            assertThat(made.stream().map(area -> area.get("id").asString()).collect(Collectors.toSet()))
                    .hasSize(1);
        }
    }

    @Test
    void areasAreListed() {
        organisation.steward("FEATURES", world.product, steward);
        var query = "query($after: String) { areas(first: 3, after: $after) { nodes { kind product { id } } totalCount"
                + " pageInfo { endCursor } } }";
        var first = api.ask("viewer", query, Map.of()).get("areas");
        assertThat(first.findValuesAsString("kind")).containsExactly("FEATURES", "PERSONAS", "MARKET_PROBLEMS");
        assertThat(first.get("totalCount").asInt()).isGreaterThanOrEqualTo(6);
        var next = api.ask("viewer", query, Map.of("after", first.at("/pageInfo/endCursor")))
                .get("areas");
        assertThat(next.findValuesAsString("kind")).containsExactly("COMPETITORS", "MESSAGING", "FEATURES");
    }

    @Test
    void whoDecidesOnMessagingIsTold() {
        organisation.steward("MESSAGING", null, steward);
        assertThat(areas.messagingSteward()).isEqualTo(steward);
        organisation.steward("MESSAGING", null, null);
        assertThat(areas.messagingSteward()).isNull();
    }

    @Test
    void whatCannotBeAssignedIsSaidAtOnce() {
        assertThat(refused("PERSONAS", world.product, organisation.me("viewer")))
                .containsExactly("INVALID productId", "INVALID stewardId");
        assertThat(refused("FEATURES", "x", "x")).containsExactly("NOT_FOUND productId", "NOT_FOUND stewardId");
        assertThat(refused("FEATURES", world.sync, world.sync))
                .containsExactly("WRONG_TYPE productId", "WRONG_TYPE stewardId");
        assertThat(refused("FEATURES", world.product, organisation.me("owner"))).containsExactly("INVALID stewardId");
        var query = "query($id: ID!) { area(kind: PERSONAS, productId: $id) { id } }";
        assertThat(api.error("viewer", query, Map.of("id", world.product))).isEqualTo("BAD_REQUEST");
    }

    @Test
    void onlyAdminsAssign() {
        for (var account : Set.of("viewer", "owner", "steward", "approver")) {
            var input = Input.to("AssignSteward").with("kind", "PERSONAS").with("stewardId", steward);
            assertThat(api.forbidden(account, input)).isEqualTo("it takes the role ADMIN.");
        }
    }

    private List<String> refused(String kind, String productId, String stewardId) {
        return api.refused(
                "admin",
                Input.to("AssignSteward")
                        .with("kind", kind)
                        .with("productId", productId)
                        .with("stewardId", stewardId));
    }

    private JsonNode area(String kind, String productId) {
        var query =
                "query($kind: AreaKind!, $productId: ID) { area(kind: $kind, productId: $productId) { id product { id"
                        + " } steward { id name } } }";
        var variables = productId == null ? Map.of("kind", kind) : Map.of("kind", kind, "productId", productId);
        return Objects.requireNonNull(api.ask("viewer", query, variables).get("area"));
    }
}
