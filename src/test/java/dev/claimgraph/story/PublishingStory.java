package dev.claimgraph.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What front ends print of a claim, and where it is published. */
@ClaimgraphTest
class PublishingStory {

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void aClaimThatIsNotThereIsWithheldAsNotFound() {
        assertThat(withheld("nobody")).containsExactly("NOT_FOUND");
    }

    @Test
    void aClaimThatIsNotUsableIsWithheldWithEveryReasonAndWithoutItsQualifiers() {
        var claim = world.drafted(
                world.claim("Soon.", world.encrypted).with("kind", "ROADMAP").with("qualifiers", List.of("Maybe.")));
        assertThat(withheld(claim)).containsExactly("NOT_APPROVED", "KIND_DEMAND");
    }

    @Test
    void whatIsPublishedOnceMoreWhereItWasTakenDownIsLiveAgain() {
        var publication =
                Input.to("RecordUsage").with("claimId", world.sizes).with("url", "https://example.com/" + world.name);
        var id = api.done("marketer", publication).at("/usage/id").asString();
        var first = usage(id);
        assertThat(first.get("live").asBoolean()).isTrue();

        api.done("marketer", Input.to("EndUsage").with("usageId", id));
        assertThat(usage(id).get("live").asBoolean()).isFalse();

        api.done("marketer", publication);
        var again = usage(id);
        assertThat(again.get("live").asBoolean()).isTrue();
        assertThat(again.get("endedAt").isNull()).isTrue();
        assertThat(again.get("firstSeen")).isEqualTo(first.get("firstSeen"));
        assertThat(moment(again, "lastSeen")).isAfter(moment(first, "lastSeen"));
    }

    private List<String> withheld(String claim) {
        var printed =
                api.send("viewer", "PublishableClaim", Map.of("id", claim)).get("publishableClaim");
        assertThat(printed.get("text").isNull()).isTrue();
        assertThat(printed.get("qualifiers")).isEmpty();
        return printed.get("withheld")
                .valueStream()
                .map(reason -> reason.get("code").asString())
                .toList();
    }

    private JsonNode usage(String id) {
        var document = "query($id: ID!) { usage(id: $id) { live firstSeen lastSeen endedAt } }";
        return api.ask("viewer", document, Map.of("id", id)).get("usage");
    }

    private static Instant moment(JsonNode usage, String field) {
        return Instant.parse(usage.get(field).asString());
    }
}
