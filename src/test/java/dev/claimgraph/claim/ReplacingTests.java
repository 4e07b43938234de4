package dev.claimgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where claims are in use that may no longer be said, and what to put there instead. */
@ClaimgraphTest
class ReplacingTests {

    private static final String USAGES = """
        query($filter: UsageFilter) {
          usages(filter: $filter, first: 100) { nodes { id url replacement { id } } totalCount }
        }
        """;

    private World world;
    private Api api;
    private String fact;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        fact = world.verified(world.fact(world.persona, "They share."));
    }

    @Test
    void theLiveUsagesOfWhatMayNoLongerBeSaidAreListed() {
        var withdrawn = approved("Withdrawn.");
        var stays = approved("Stays.");
        var ended = publish(withdrawn, "ended");
        List.of(world.sizes, world.encryption, withdrawn, stays).forEach(claim -> publish(claim, "live"));
        api.done("marketer", Input.to("EndUsage").with("usageId", ended));
        assertThat(urls(Map.of("live", true, "claimUsable", false))).isEmpty();

        world.set(world.sync, "max-file-size", World.number(40, "GB"));
        api.done(
                "approver", Input.to("WithdrawClaim").with("claimId", withdrawn).with("reason", "Enough."));
        assertThat(urls(Map.of("live", true, "claimUsable", false)))
                .containsExactlyInAnyOrder("live/" + world.sizes, "live/" + world.encryption, "live/" + withdrawn);
        assertThat(urls(Map.of("claimUsable", false)))
                .contains("ended/" + withdrawn)
                .hasSize(4);
        assertThat(urls(Map.of("claimUsable", true))).containsExactly("live/" + stays);
        assertThat(urls(Map.of("live", true, "claimUsable", false, "channel", List.of("nowhere"))))
                .isEmpty();
    }

    @Test
    void theSuccessorIsPutInAClaimsPlaceAndElseItsFallback() {
        publish(world.sizes, "live");
        assertThat(replacement(world.sizes)).isEqualTo("null");
        world.set(world.sync, "max-file-size", World.number(40, "GB"));
        assertThat(replacement(world.sizes)).isEqualTo("null");

        var fallback = approved("Fallback.");
        api.done(
                "marketer", Input.to("SetFallback").with("claimId", world.sizes).with("fallbackId", fallback));
        assertThat(replacement(world.sizes)).isEqualTo(fallback);

        var next = approved("Next.");
        supersede(world.sizes, next);
        assertThat(replacement(world.sizes)).isEqualTo(next);
        var last = approved("Last.");
        supersede(next, last);
        assertThat(replacement(world.sizes)).isEqualTo(last);
        api.done("approver", Input.to("WithdrawClaim").with("claimId", last).with("reason", "Enough."));
        assertThat(replacement(world.sizes)).isEqualTo(fallback);
    }

    private String approved(String text) {
        return world.approved(world.claim(text, fact));
    }

    private void supersede(String claim, String successor) {
        api.done("approver", Input.to("SupersedeClaim").with("claimId", claim).with("successorId", successor));
    }

    private String publish(String claim, String place) {
        var url = "https://%s.example.com/%s/%s".formatted(world.name, place, claim);
        return api.done(
                        "marketer",
                        Input.to("RecordUsage").with("claimId", claim).with("url", url))
                .at("/usage/id")
                .asString();
    }

    private List<String> urls(Map<String, Object> filter) {
        var mine = new HashMap<>(filter);
        mine.put("url", world.name + ".");
        var usages = api.ask("viewer", USAGES, Map.of("filter", mine)).get("usages");
        assertThat(usages.get("totalCount").asInt())
                .isEqualTo(usages.get("nodes").size());
        return usages.get("nodes").findValuesAsString("url").stream()
                .map(url -> url.substring(url.indexOf(".com/") + 5))
                .toList();
    }

    private String replacement(String claim) {
        var filter = Map.of("url", "https://%s.example.com/live/%s".formatted(world.name, claim));
        return api.ask("viewer", USAGES, Map.of("filter", filter))
                .at("/usages/nodes/0/replacement/id")
                .asString("null");
    }
}
