package dev.claimgraph.history;

import static dev.claimgraph.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The changes of a thing hold the whole of it, before and after. */
@ClaimgraphTest
class HistoryTests {

    private static final String HISTORY =
            "query($id: ID!) { node(id: $id) { history { nodes { action before after } } } }";

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void aFactKeepsWhatWasVerifiedAndHowOftenItWasDecidedOn() {
        var evidence = Map.of("kind", "TEST", "title", "It ran.");
        api.done(
                "owner", Input.to("AddEvidence").with("factId", world.encrypted).with("evidence", evidence));
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        api.done(
                "owner",
                world.verification(world.encrypted).with("decision", "DISPUTED").with("note", "Not any more."));
        var states = states(world.encrypted, "recordFact", "verifyFact", "addEvidence", "reviseFeature", "verifyFact");
        var recorded = states.getFirst();
        assertThat(recorded.get("statement").asString()).isEqualTo("Files are encrypted at rest.");
        assertThat(texts(recorded.get("dependsOn"))).containsExactly("encrypted");
        assertThat(recorded.get("decisions").asInt()).isZero();
        assertThat(recorded.get("verified").isNull()).isTrue();
        assertThat(states.get(2).at("/evidence/0/title").asString()).isEqualTo("It ran.");
        var disputed = states.getLast();
        assertThat(disputed.get("decisions").asInt()).isEqualTo(2);
        assertThat(disputed.at("/verification/decision").asString()).isEqualTo("DISPUTED");
        assertThat(disputed.at("/verified/values/encrypted/display").asString()).isEqualTo("true");
        assertThat(disputed.get("verified")).isEqualTo(states.get(1).get("verified"));
    }

    @Test
    void aClaimKeepsItsWordingItsStatusAndItsStamps() {
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", world.sizes)
                        .with("expectedRevision", 1)
                        .with("text", "Big files sync."));
        var states = states(world.sizes, "draftClaim", "submitClaim", "approveClaim", "reviseClaim");
        assertThat(states.getFirst().at("/content/text").asString()).isEqualTo("Your biggest files sync.");
        assertThat(states.getFirst().at("/stamps/" + world.fiftyGigabytes).isNull())
                .isTrue();
        assertThat(states.get(1).get("status").asString()).isEqualTo("IN_REVIEW");
        assertThat(states.get(2).get("status").asString()).isEqualTo("APPROVED");
        assertThat(states.get(2).at("/stamps/" + world.fiftyGigabytes).isString())
                .isTrue();
        assertThat(states.getLast().at("/content/text").asString()).isEqualTo("Your biggest files sync.");
        assertThat(states.getLast().at("/draft/content/text").asString()).isEqualTo("Big files sync.");
    }

    @Test
    void aUsageKeepsWhereItIsAndWhenItWasSeen() {
        var publication = Input.to("RecordUsage")
                .with("claimId", world.sizes)
                .with("url", "https://example.com/" + world.name)
                .with("channel", "web");
        var id = api.done("marketer", publication).at("/usage/id").asString();
        api.done("marketer", Input.to("EndUsage").with("usageId", id));
        var states = states(id, "recordUsage", "endUsage");
        assertThat(states.getFirst().get("claimId").asString()).isEqualTo(world.sizes);
        assertThat(states.getFirst().get("url").asString()).isEqualTo("https://example.com/" + world.name);
        assertThat(states.getFirst().get("channel").asString()).isEqualTo("web");
        assertThat(states.getFirst().has("endedAt")).isFalse();
        assertThat(states.getLast().has("endedAt")).isTrue();
        assertThat(states.getLast().get("lastSeen")).isEqualTo(states.getFirst().get("lastSeen"));
    }

    @Test
    void aPersonKeepsTheirRolesAndNeitherNameNorAccount() {
        var id = api.ask("approver", "{ me { id } }", Map.of()).at("/me/id").asString();
        var person = states(id, "joinPerson").getFirst();
        assertThat(person.propertyNames()).containsExactlyInAnyOrder("type", "roles", "teamIds", "alternateOf");
        assertThat(texts(person.get("roles"))).containsExactly("APPROVER");
    }

    /** What each change made of it, where these were its changes and each began where the one before it ended. */
    private List<JsonNode> states(String id, String... actions) {
        var changes = api.ask("viewer", HISTORY, Map.of("id", id)).at("/node/history/nodes");
        assertThat(changes.valueStream().map(change -> change.get("action").asString()))
                .containsExactly(actions);
        var states = new ArrayList<JsonNode>();
        String before = null;
        for (var change : changes) {
            assertThat(change.get("before").asString(null)).isEqualTo(before);
            before = change.get("after").asString();
            states.add(JsonMapper.shared().readTree(before));
        }
        return states;
    }
}
