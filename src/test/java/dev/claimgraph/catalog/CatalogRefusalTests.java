package dev.claimgraph.catalog;

import static dev.claimgraph.World.attribute;
import static dev.claimgraph.World.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the catalog refuses, with the place of what is wrong, and nothing written. */
@ClaimgraphTest
class CatalogRefusalTests {

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void textsThatAreBlankOrTooLong() {
        assertThat(refusedFeature(feature().with("name", " "))).containsExactly("REQUIRED name");
        assertThat(refusedFeature(feature().with("name", "x".repeat(201)))).containsExactly("TOO_LONG name");
        assertThat(refusedFeature(feature().with("summary", "x".repeat(10_001))))
                .containsExactly("TOO_LONG summary");
        assertThat(refusedFeature(feature().with("key", "no spaces"))).containsExactly("INVALID key");
        assertThat(refusedFeature(feature().with("key", "x".repeat(101)))).containsExactly("TOO_LONG key");
    }

    @Test
    void everythingThatIsWrongAtOnce() {
        assertThat(refusedFeature(feature().with("name", "").with("key", "?").with("ownerId", world.product)))
                .containsExactlyInAnyOrder("REQUIRED name", "INVALID key", "WRONG_TYPE ownerId");
    }

    @Test
    void aKeyThatIsTaken() {
        assertThat(refusedFeature(world.feature("sync").with("name", "Another")))
                .containsExactly("KEY_TAKEN key");
    }

    @Test
    void idsOfNobodyAndOfAnotherKind() {
        assertThat(refusedFeature(feature().with("productId", "nonsense"))).containsExactly("NOT_FOUND productId");
        assertThat(refusedFeature(feature().with("productId", world.sync))).containsExactly("WRONG_TYPE productId");
        assertThat(api.refused("owner", world.revision(world.sync).with("featureId", world.persona)))
                .containsExactly("WRONG_TYPE featureId");
    }

    @Test
    void attributesThatCannotBe() {
        assertThat(refusedWith(attribute("lifecycle", Map.of("text", "x"))))
                .containsExactly("INVALID attributes.0.name");
        assertThat(refusedWith(attribute(" ", Map.of("text", "x")))).containsExactly("REQUIRED attributes.0.name");
        assertThat(refusedWith(attribute("a", Map.of("text", " ")))).containsExactly("REQUIRED attributes.0.value");
        assertThat(refusedWith(attribute("a", Map.of("version", "no version"))))
                .containsExactly("INVALID attributes.0.value");
        assertThat(refusedWith(List.of(attribute("a", number(1, "GB")), attribute("a", number(2, "GB")))))
                .containsExactly("INVALID attributes.1.name");
    }

    @Test
    void anAttributeThatIsBothSetAndRemoved() {
        var set = world.revision(world.sync).with("setAttributes", List.of(attribute(" a ", Map.of("boolean", true))));
        assertThat(api.refused("owner", set.with("removeAttributes", List.of("a"))))
                .containsExactly("INVALID removeAttributes");
        assertThat(api.refused("owner", set.with("removeAttributes", List.of("  a"))))
                .containsExactly("INVALID removeAttributes");
    }

    @Test
    void moreAttributesThanASubjectHas() {
        var many = IntStream.range(0, 201)
                .mapToObj(i -> attribute("a" + i, Map.of("boolean", true)))
                .toList();
        assertThat(refusedFeature(feature().with("attributes", many))).containsExactly("TOO_LONG attributes");
    }

    @Test
    void aRevisionOfWhatHasMovedOn() {
        var late = world.revision(world.sync).with("name", "Late");
        world.set(world.sync, "max-file-size", number(60, "GB"));
        var payload = api.send("owner", late);
        assertThat(payload.at("/problems/0/code").asString()).isEqualTo("CONFLICT");
        assertThat(payload.at("/feature/revision").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedLeavesNothingWritten() {
        var before = history(world.sync);
        api.send(
                "owner",
                world.revision(world.sync)
                        .with("name", "Good")
                        .with(
                                "setAttributes",
                                List.of(
                                        attribute("fine", Map.of("boolean", true)),
                                        attribute("lifecycle", Map.of("text", "bad")))));
        assertThat(history(world.sync)).isEqualTo(before);
        assertThat(api.ask("viewer", "query($id: ID!) { feature(id: $id) { name revision } }", Map.of("id", world.sync))
                        .at("/feature/revision")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void creatingTwiceWithOneIdempotencyKeyCreatesOnce() {
        var input = feature().with("idempotencyKey", world.name);
        var first = api.done("owner", input).at("/feature/id").asString();
        assertThat(api.done("owner", input).at("/feature/id").asString()).isEqualTo(first);
        assertThat(refusedFeature(input.with("name", "Another")))
                .containsExactly("IDEMPOTENCY_MISMATCH idempotencyKey");
    }

    private int history(String id) {
        var document = "query($id: ID!) { node(id: $id) { history { totalCount } } }";
        return api.ask("viewer", document, Map.of("id", id))
                .at("/node/history/totalCount")
                .asInt();
    }

    private Input feature() {
        return world.feature("new").with("name", "New");
    }

    private List<String> refusedWith(Map<String, Object> attribute) {
        return refusedWith(List.of(attribute));
    }

    private List<String> refusedWith(List<Map<String, Object>> attributes) {
        return refusedFeature(feature().with("attributes", attributes));
    }

    private List<String> refusedFeature(Input input) {
        return api.refused("owner", input);
    }
}
