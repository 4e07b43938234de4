package dev.claimgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Contract;
import dev.claimgraph.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Lists of claims: what their filters keep, and pages that stay as they are while others write. */
@ClaimgraphTest
class ClaimListTests {

    private static final String BACKWARD = """
        query($filter: ClaimFilter, $last: Int, $before: String) {
          claims(filter: $filter, last: $last, before: $before) {
            nodes { id } pageInfo { hasPreviousPage hasNextPage startCursor }
          }
        }
        """;

    private World world;
    private Api api;
    private String feature;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        feature = world.name + ".sync";
    }

    @Test
    void aListHasWhatStandsOnTheFeature() {
        assertThat(ids(Map.of("featureKeys", List.of(feature)))).containsExactly(world.sizes, world.encryption);
        assertThat(ids(Map.of("featureKeys", List.of(world.name + ".share")))).isEmpty();
    }

    @Test
    void standingAndUsabilityAreWorkedOutForTheFilter() {
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        assertThat(ids(of("standing", "STALE"))).containsExactly(world.encryption);
        assertThat(ids(of("standing", List.of("CURRENT", "BROKEN")))).containsExactly(world.sizes);
        assertThat(ids(of("usable", false))).containsExactly(world.encryption);
        assertThat(ids(of("usable", true))).containsExactly(world.sizes);
        assertThat(ids(Map.of("standing", "STALE"))).contains(world.encryption).doesNotContain(world.sizes);
    }

    @Test
    void aPlanBesideAFactAboutPeopleIsUnsupportedOnceItIsOut() {
        var people = world.verified(world.fact(world.persona, "They wait for it."));
        var plan = world.drafted(world.claim("Soon.", people, world.encrypted).with("kind", "ROADMAP"));
        assertThat(world.trace(plan).get("standing").asString()).isEqualTo("UNSUPPORTED");
        assertThat(ids(of("standing", "UNSUPPORTED"))).containsExactly(plan);
    }

    @Test
    void theOtherFiltersHoldTogether() {
        var comparative = world.drafted(world.claim("Better.", world.encrypted)
                .with("kind", "COMPARATIVE")
                .with("competitorIds", List.of(world.competitor))
                .with("personaIds", List.of(world.persona))
                .with("marketProblemIds", List.of(world.problem))
                .with("variants", List.of(Map.of("text", "Besser.", "channel", "ads", "locale", "de"))));
        assertThat(ids(Map.of("competitorKeys", List.of(world.name)))).containsExactly(comparative);
        assertThat(ids(Map.of("personaKeys", List.of(world.name)))).containsExactly(comparative);
        assertThat(ids(Map.of("marketProblemKeys", List.of(world.name)))).containsExactly(comparative);
        assertThat(ids(of("kind", "COMPARATIVE"))).containsExactly(comparative);
        assertThat(ids(of("status", List.of("DRAFT")))).containsExactly(comparative);
        assertThat(ids(of("channel", "ads"))).containsExactly(comparative);
        assertThat(ids(of("locale", "fr"))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWhileOthersWrite() {
        var first = page(2, null);
        var third = world.approved(world.claim("One more.", world.encrypted));
        var second = page(2, first.at("/pageInfo/endCursor").asString());
        assertThat(nodes(first)).containsExactly(world.sizes, world.encryption);
        assertThat(nodes(second)).containsExactly(third);
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(second.get("totalCount").asInt()).isEqualTo(3);
    }

    @Test
    void aListIsReadBackwardToo() {
        var last =
                api.ask("viewer", BACKWARD, Map.of("filter", of(), "last", 1)).get("claims");
        assertThat(ids(last.get("nodes"))).containsExactly(world.encryption);
        var before = Map.of(
                "filter",
                of(),
                "last",
                1,
                "before",
                last.at("/pageInfo/startCursor").asString());
        assertThat(ids(api.ask("viewer", BACKWARD, before).at("/claims/nodes"))).containsExactly(world.sizes);
    }

    @Test
    void aPageOfAnotherSizeOrAForeignCursorIsRefused() {
        assertThat(error(0, null)).isEqualTo("BAD_REQUEST");
        assertThat(error(101, null)).isEqualTo("BAD_REQUEST");
        assertThat(error(1, "nonsense")).isEqualTo("BAD_REQUEST");
        var cursor = page(1, null).at("/pageInfo/endCursor").asString();
        var elsewhere = Map.of("filter", of("usable", true), "first", 1, "after", cursor);
        assertThat(api.error("viewer", Contract.operation("Claims"), elsewhere)).isEqualTo("BAD_REQUEST");
    }

    private JsonNode page(int first, String after) {
        return api.send("viewer", "Claims", variables(first, after)).get("claims");
    }

    private String error(int first, String after) {
        return api.error("viewer", Contract.operation("Claims"), variables(first, after));
    }

    private Map<String, Object> variables(int first, String after) {
        var variables = new HashMap<String, Object>(Map.of("filter", of(), "first", first));
        if (after != null) {
            variables.put("after", after);
        }
        return variables;
    }

    /** A filter for this world's claims. */
    private Map<String, Object> of(Object... more) {
        var filter = new HashMap<String, Object>(Map.of("featureKeys", List.of(feature)));
        if (more.length == 2) {
            filter.put((String) more[0], more[1]);
        }
        return filter;
    }

    private List<String> ids(Map<String, ?> filter) {
        return nodes(api.send("viewer", "Claims", Map.of("filter", filter, "first", 100))
                .get("claims"));
    }

    private static List<String> nodes(JsonNode page) {
        var ids = new ArrayList<String>();
        page.get("edges").forEach(edge -> ids.add(edge.at("/node/id").asString()));
        return ids;
    }

    private static List<String> ids(JsonNode nodes) {
        var ids = new ArrayList<String>();
        nodes.forEach(node -> ids.add(node.get("id").asString()));
        return ids;
    }
}
