package dev.claimgraph.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Products are revised by who saw them as they are. */
@ClaimgraphTest
class ProductTests {

    private static final int WRITERS = 10;
    private static final String REVISE = """
        mutation($input: ReviseProductInput!) {
          reviseProduct(input: $input) { product { name description revision } problems { code path } }
        }
        """;
    private static final String PRESENT = """
        query($id: ID!) { product(id: $id) { name description revision history { totalCount } } }
        """;

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void whatARevisionLeavesOutStaysAndNullTakesADescriptionAway() {
        assertProduct(revised(1, "description", "What we sell."), "CreateProduct", "What we sell.", 2);
        assertProduct(revised(2, "name", " Sky "), "Sky", "What we sell.", 3);
        assertProduct(revised(3, "description", null), "Sky", null, 4);
        assertProduct(present(), "Sky", null, 4);
    }

    @Test
    void aRevisionThatChangesNothingIsNone() {
        assertProduct(revised(1, "name", "CreateProduct"), "CreateProduct", null, 1);
        assertThat(present().at("/history/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void aRevisionOfWhatHasMovedOnGivesThePresentProduct() {
        revised(1, "name", "Sky");
        var late = revise(1, "name", "Late");
        assertThat(late.at("/problems/0/code").asString()).isEqualTo("CONFLICT");
        assertThat(Api.texts(late.at("/problems/0/path"))).containsExactly("expectedRevision");
        assertProduct(late.get("product"), "Sky", null, 2);
    }

    @Test
    void aRefusedRevisionLeavesNothingWritten() {
        assertThat(revise(1, "name", " ").get("problems").findValuesAsString("code"))
                .containsExactly("REQUIRED");
        assertThat(revise(1, "description", "x".repeat(10_001)).get("problems").findValuesAsString("code"))
                .containsExactly("TOO_LONG");
        assertProduct(present(), "CreateProduct", null, 1);
    }

    @Test
    void ofTenWritersWhoSawTheSameRevisionOneWins() {
        var payloads = AtOnce.all(IntStream.range(0, WRITERS)
                .<Supplier<JsonNode>>mapToObj(writer -> () -> revise(1, "name", "Product by " + writer))
                .toList());
        var winners = payloads.stream()
                .filter(payload -> payload.get("problems").isEmpty())
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(payloads).filteredOn(payload -> !winners.contains(payload)).allSatisfy(refused -> {
            assertThat(refused.get("problems").findValuesAsString("code")).isEqualTo(List.of("CONFLICT"));
            assertThat(refused.get("product")).isEqualTo(winners.getFirst().get("product"));
        });
        assertProduct(present(), winners.getFirst().at("/product/name").asString(), null, 2);
        assertThat(present().at("/history/totalCount").asInt()).isEqualTo(2);
    }

    private JsonNode revised(int expectedRevision, String field, String value) {
        var payload = revise(expectedRevision, field, value);
        assertThat(payload.get("problems")).isEmpty();
        return payload.get("product");
    }

    private JsonNode revise(int expectedRevision, String field, String value) {
        var input =
                new HashMap<String, Object>(Map.of("productId", world.product, "expectedRevision", expectedRevision));
        input.put(field, value);
        return api.ask("owner", REVISE, Map.of("input", input)).get("reviseProduct");
    }

    private JsonNode present() {
        return api.ask("viewer", PRESENT, Map.of("id", world.product)).get("product");
    }

    private static void assertProduct(JsonNode product, String name, String description, int revision) {
        assertThat(product.get("name").asString()).isEqualTo(name);
        assertThat(product.get("description").asString(null)).isEqualTo(description);
        assertThat(product.get("revision").asInt()).isEqualTo(revision);
    }
}
