package dev.claimgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What is printed in the place of a claim that is not usable: the first usable one along its chain of fallbacks, or nothing. */
@ClaimgraphTest
class FallbackTests {

    private static final String PRINTED = """
        query($id: ID!, $channel: String) {
          publishableClaim(id: $id, channel: $channel) { text claimId qualifiers withheld { code } }
        }
        """;

    private World world;
    private Api api;
    private String steady;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        var fact = world.verified(world.fact(world.persona, "They share."));
        steady = world.approved(world.claim("People share.", fact)
                .with("qualifiers", List.of("Some do."))
                .with("variants", List.of(Map.of("text", "Share!", "channel", "ads"))));
    }

    @Test
    void theFirstUsableOneAlongTheChainIsPrintedAndSaysWhichItIs() {
        fallBack(world.sizes, world.encryption);
        fallBack(world.encryption, steady);
        assertThat(printed(world.sizes, null)).isEqualTo("Your biggest files sync. " + world.sizes);

        world.set(world.sync, "max-file-size", World.number(40, "GB"));
        world.verify(world.everything);
        assertThat(printed(world.sizes, null)).isEqualTo("Your files are safe with us. " + world.encryption);

        world.set(world.sync, "encrypted", Map.of("boolean", false));
        assertThat(printed(world.sizes, null)).isEqualTo("People share. " + steady + " Some do.");
        assertThat(printed(world.sizes, "ads")).isEqualTo("Share! " + steady + " Some do.");

        world.set(world.sync, "max-file-size", World.number(50, "GB"));
        assertThat(printed(world.sizes, null)).isEqualTo("Your biggest files sync. " + world.sizes);
    }

    @Test
    void whereNothingAlongTheChainIsUsableTheReasonsAreThoseOfTheClaimAskedFor() {
        fallBack(world.sizes, world.drafted(world.claim("Nobody approved this.")));
        world.set(world.sync, "max-file-size", World.number(40, "GB"));
        assertThat(printed(world.sizes, null)).isEqualTo("null null FACT_CONTRADICTED");
        fallBack(world.sizes, null);
        assertThat(printed(world.sizes, null)).isEqualTo("null null FACT_CONTRADICTED");
    }

    @Test
    void theClaimSaysWhatItFallsBackToAndItsHistoryWhoSaidSo() {
        fallBack(world.sizes, steady);
        fallBack(world.sizes, steady);
        var document =
                "query($id: ID!) { claim(id: $id) { fallback { id } history(last: 2) { nodes { action after } } } }";
        var claim = api.ask("viewer", document, Map.of("id", world.sizes)).get("claim");
        assertThat(claim.at("/fallback/id").asString()).isEqualTo(steady);
        assertThat(claim.get("history").findValuesAsString("action")).containsExactly("approveClaim", "setFallback");
        assertThat(claim.at("/history/nodes/1/after").asString()).contains("\"fallbackId\":\"" + steady + "\"");
    }

    @Test
    void aChainDoesNotCloseOnItself() {
        assertThat(api.refused("marketer", fallback(steady, steady))).containsExactly("CYCLE fallbackId");
        fallBack(world.sizes, world.encryption);
        fallBack(world.encryption, steady);
        assertThat(api.refused("marketer", fallback(steady, world.sizes))).containsExactly("CYCLE fallbackId");
    }

    @Test
    void whatIsNoClaimOrNotThereIsRefused() {
        assertThat(api.refused("marketer", fallback(world.sizes, world.encrypted)))
                .containsExactly("WRONG_TYPE fallbackId");
        assertThat(api.refused("marketer", fallback(world.sizes, "claim_none")))
                .containsExactly("NOT_FOUND fallbackId");
        assertThat(api.refused("marketer", fallback("claim_none", steady))).containsExactly("NOT_FOUND claimId");
    }

    @Test
    void aChainIsOfTenAtMostFromWhicheverEndItGrows() {
        var claims = drafts(12);
        for (var i = 1; i < 5; i++) {
            fallBack(claims.get(i), claims.get(i + 1));
        }
        for (var i = 6; i < 11; i++) {
            fallBack(claims.get(i), claims.get(i + 1));
        }
        fallBack(claims.get(5), claims.get(6));
        assertThat(api.refused("marketer", fallback(claims.get(0), claims.get(1))))
                .containsExactly("INVALID fallbackId");
        assertThat(api.refused("marketer", fallback(claims.get(11), claims.get(0))))
                .containsExactly("INVALID fallbackId");
        fallBack(claims.get(0), claims.get(2));
    }

    @RepeatedTest(5)
    void manyAtOnceCloseNoCircle() {
        var claims = drafts(4);
        var refused = AtOnce.all(IntStream.range(0, 4)
                .<Supplier<List<String>>>mapToObj(i ->
                        () -> api.refused("marketer", fallback(claims.get(i), claims.get((i + 1) % 4))))
                .toList());
        assertThat(refused).containsOnlyOnce(List.of("CYCLE fallbackId"));
        assertThat(refused.stream().filter(List::isEmpty)).hasSize(3);
    }

    private List<String> drafts(int count) {
        var claims = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            claims.add(world.drafted(world.claim("Draft " + i)));
        }
        return claims;
    }

    private void fallBack(String claim, String to) {
        api.done("marketer", fallback(claim, to));
    }

    private static Input fallback(String claim, String to) {
        var input = Input.to("SetFallback").with("claimId", claim);
        return to == null ? input : input.with("fallbackId", to);
    }

    /** The words, whose they are, and what goes with them; or why there are none. */
    private String printed(String claim, String channel) {
        var variables = new HashMap<String, Object>(Map.of("id", claim));
        variables.put("channel", channel);
        var printed = api.ask("viewer", PRINTED, variables).get("publishableClaim");
        var rest = new ArrayList<String>();
        printed.get("qualifiers").valueStream().map(JsonNode::asString).forEach(rest::add);
        rest.addAll(printed.get("withheld").findValuesAsString("code"));
        return "%s %s %s"
                .formatted(
                        printed.get("text").asString("null"),
                        printed.get("claimId").asString("null"),
                        String.join(" ", rest))
                .strip();
    }
}
