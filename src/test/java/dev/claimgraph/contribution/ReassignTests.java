package dev.claimgraph.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Doors;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.access.Newcomers;
import dev.claimgraph.catalog.CreateSubject;
import dev.claimgraph.catalog.OwnersChanged;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;

/** People leave and companies re-organise: what one answers for becomes another's, all of it, at once. */
@ClaimgraphTest
@RecordApplicationEvents
class ReassignTests {

    private static final String REASSIGN = """
        mutation($input: ReassignInput!) {
          reassign(input: $input) { products subjects areas problems { code message path } }
        }
        """;

    private final Doors doors;
    private final Reassignments reassignments;
    private final Neo4jClient neo4j;
    private World world;
    private Api api;
    private Organisation organisation;
    private Actor leaver;

    ReassignTests(Doors doors, Reassignments reassignments, Neo4jClient neo4j) {
        this.doors = doors;
        this.reassignments = reassignments;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        organisation = new Organisation(api);
        leaver = new Newcomers(doors.people()).join("Paula Leaver", Role.PRODUCT_OWNER, Role.STEWARD);
    }

    @Test
    void whoLeavesIsFollowedInEverythingThatWasTheirs() {
        give(world.product, leaver.id());
        give(world.persona, leaver.id());
        var created = competitor();
        var area = organisation
                .steward("FEATURES", world.product, leaver.id())
                .get("id")
                .asString();
        var team = organisation.team(world.name + ".heirs", organisation.me("owner"));
        assertThat(verify()).isEqualTo("FORBIDDEN");

        var done = reassign("admin", leaver.id(), team);

        assertThat(done.get("products").asInt()).isEqualTo(1);
        assertThat(done.get("subjects").asInt()).isEqualTo(2);
        assertThat(done.get("areas").asInt()).isEqualTo(1);
        for (var id : List.of(world.product, world.sync, world.share, world.persona, created)) {
            assertThat(ownerOf(id)).isEqualTo(team);
        }
        var steward = "query($id: ID!) { node(id: $id) { ... on Area { steward { id } } } }";
        assertThat(api.ask("viewer", steward, Map.of("id", area))
                        .at("/node/steward/id")
                        .asString())
                .isEqualTo(team);
        var facts = "query($id: ID!) { facts(filter: {ownerId: $id}, first: 100) { nodes { id } } }";
        assertThat(api.ask("viewer", facts, Map.of("id", team)).findValuesAsString("id"))
                .contains(world.encrypted);
        assertThat(verify()).isEmpty();
    }

    @Test
    void eachThingsHistoryTellsOfIt() {
        give(world.product, leaver.id());
        var created = competitor();
        var team = organisation.team(world.name + ".heirs");
        reassign("admin", leaver.id(), team);
        for (var id : List.of(world.product, created)) {
            var query = "query($id: ID!) { node(id: $id) { history(last: 1) { nodes { action by { name } touched before"
                    + " after } } } }";
            var last = api.ask("viewer", query, Map.of("id", id)).at("/node/history/nodes/0");
            assertThat(last.get("action").asString()).isEqualTo("reassign");
            assertThat(last.at("/by/name").asString()).isEqualTo("Ada Admin");
            assertThat(Api.texts(last.get("touched"))).containsExactly(team);
            assertThat(last.get("after").asString()).contains(team);
            assertThat(last.get("before").asString()).doesNotContain(team);
        }
    }

    @Test
    void whatStandsOnTheSubjectsIsTold(ApplicationEvents events) {
        give(world.product, leaver.id());
        var created = competitor();
        var team = organisation.team(world.name + ".heirs");
        reassignments.reassign(doors.actor("admin"), new Reassignments.Reassign(leaver.id(), team));
        assertThat(events.stream(OwnersChanged.class))
                .anySatisfy(changed ->
                        assertThat(changed.subjectIds()).containsExactlyInAnyOrder(world.sync, world.share, created));
    }

    @Test
    void aTeamThatIsDissolvedGivesAwayWhatItHad() {
        var team = organisation.team(world.name + ".dissolved", organisation.me("owner"));
        give(world.share, team);
        var done = reassign("owner", team, leaver.id());
        assertThat(done.get("products").asInt()).isZero();
        assertThat(done.get("subjects").asInt()).isEqualTo(1);
        assertThat(ownerOf(world.share)).isEqualTo(leaver.id());
        assertThat(ownerOf(world.sync)).isEqualTo(organisation.me("owner"));
    }

    @Test
    void whoWasForgottenIsReassignedAllTheSame() {
        give(world.share, leaver.id());
        var forget = "mutation($id: ID!) { pseudonymisePerson(input: {personId: $id}) { problems { code } } }";
        api.ask("admin", forget, Map.of("id", leaver.id()));
        var team = organisation.team(world.name + ".heirs");
        assertThat(reassign("admin", leaver.id(), team).get("subjects").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyGivesAwayWhatIsAnothersNotEvenAnAlternate() {
        var team = organisation.team(world.name + ".others");
        api.done(
                "admin",
                Input.to("NameAlternates")
                        .with("ownerId", team)
                        .with("alternateIds", List.of(organisation.me("owner"))));
        for (var account : List.of("owner", "steward", "viewer")) {
            assertThat(api.error(account, REASSIGN, Map.of("input", Map.of("fromId", team, "toId", leaver.id()))))
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void whatSomebodyMayNotOwnOrStewardStaysWhereItIs() {
        give(world.product, leaver.id());
        organisation.steward("FEATURES", world.product, leaver.id());
        var viewer = organisation.me("viewer");
        assertThat(refused(leaver.id(), viewer)).containsExactly("INVALID toId", "INVALID toId");
        assertThat(refused(leaver.id(), organisation.me("steward"))).containsExactly("INVALID toId");
        assertThat(refused(leaver.id(), organisation.me("owner"))).containsExactly("INVALID toId");
        assertThat(ownerOf(world.product)).isEqualTo(leaver.id());
        assertThat(refused(leaver.id(), leaver.id())).containsExactly("INVALID toId");
        assertThat(refused("x", world.product)).containsExactly("NOT_FOUND fromId", "WRONG_TYPE toId");
    }

    @Test
    void whoHasNothingGivesNothing() {
        var done = reassign("admin", leaver.id(), organisation.me("viewer"));
        assertThat(done.get("products").asInt()
                        + done.get("subjects").asInt()
                        + done.get("areas").asInt())
                .isZero();
    }

    @Test
    void ofTwoWhoReassignAtOnceOneDoes() {
        for (var round = 0; round < 5; round++) {
            var from = organisation.team(world.name + ".from" + round);
            give(world.share, from);
            var one = organisation.team(world.name + ".one" + round);
            var two = organisation.team(world.name + ".two" + round);
            var done = AtOnce.all(List.<Supplier<JsonNode>>of(
                    () -> reassign("admin", from, one), () -> reassign("admin", from, two)));
            assertThat(done.stream()
                            .mapToInt(each -> each.get("subjects").asInt())
                            .sum())
                    .isEqualTo(1);
            assertThat(ownerOf(world.share)).isIn(one, two);
        }
    }

    @Test
    void thousandsOfThingsAreReassignedToo() {
        var from = organisation.team(world.name + ".large");
        var to = organisation.team(world.name + ".heirs");
        neo4j.query("""
            UNWIND range(1, 5000) AS i
            CREATE (s:Subject:Competitor {id: 'competitor_' + $name + i, type: 'Competitor', key: $name + '.' + i, name: 'C',
              ownerId: $from, createdBy: $from, revision: 1, createdAt: datetime(), updatedAt: datetime()})
            """).bindAll(Map.of("name", world.name, "from", from)).run();
        assertThat(reassign("admin", from, to).get("subjects").asInt()).isEqualTo(5000);
        var count = "query($id: ID!) { competitors(filter: {ownerId: $id}) { totalCount } }";
        assertThat(api.ask("viewer", count, Map.of("id", to))
                        .at("/competitors/totalCount")
                        .asInt())
                .isEqualTo(5000);
        neo4j.query("MATCH (s:Subject {ownerId: $to}) DETACH DELETE s")
                .bind(to)
                .to("to")
                .run();
    }

    private String competitor() {
        var input = new CreateSubject(null, world.name + ".created", "Rival", null, null, null, null, null, null, null);
        return doors.subjects().create(leaver, SubjectType.COMPETITOR, input).id();
    }

    private void give(String id, String ownerId) {
        api.done("admin", Input.to("ChangeOwner").with("id", id).with("ownerId", ownerId));
    }

    private JsonNode reassign(String account, String from, String to) {
        var done = api.ask(account, REASSIGN, Map.of("input", Map.of("fromId", from, "toId", to)))
                .get("reassign");
        assertThat(done.get("problems")).isEmpty();
        return done;
    }

    private List<String> refused(String from, String to) {
        return api.refused("admin", Input.to("Reassign").with("fromId", from).with("toId", to));
    }

    /** FORBIDDEN, or nothing where it was done. */
    private String verify() {
        var input = world.verification(world.encrypted);
        return api.error("owner", input.document(), Map.of("input", input.fields()));
    }

    private String ownerOf(String id) {
        var document = "query($id: ID!) { node(id: $id) { ... on Owned { owner { id } } } }";
        return api.ask("viewer", document, Map.of("id", id))
                .at("/node/owner/id")
                .asString();
    }
}
