package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphProcess;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Killed at any moment under a load of writes, the service comes back with all that it acknowledged and nothing half done. */
class CrashTests {

    private static final int KILLS = Integer.getInteger("claimgraph.kills", 2);
    private static final String STATE = """
        query($feature: ID!, $claim: ID!) {
          feature(id: $feature) {
            revision
            attributes { name display }
            history(last: 100) { totalCount nodes { number hash previousHash } }
          }
          claim(id: $claim) { usable reasons { code after } }
        }
        """;

    private final Random moments = new Random();
    private final ConcurrentLinkedQueue<String> products = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile int revision = 1;

    @TempDir
    private Path temp;

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        World world;
        try (var claimgraph = ClaimgraphProcess.start(temp)) {
            world = new World(api(claimgraph));
            writeUntilKilled(claimgraph, world);
        }
        for (var kill = 1; kill < KILLS; kill++) {
            try (var claimgraph = ClaimgraphProcess.start(temp)) {
                check(api(claimgraph), world);
                writeUntilKilled(claimgraph, world);
            }
        }
        try (var claimgraph = ClaimgraphProcess.start(temp)) {
            check(api(claimgraph), world);
        }
    }

    private void writeUntilKilled(ClaimgraphProcess claimgraph, World world) throws Exception {
        var api = api(claimgraph);
        var enough = acknowledged.get() + 20 + moments.nextInt(100);
        var writers = List.of(
                Thread.startVirtualThread(() -> revise(api, world)),
                Thread.startVirtualThread(() -> create(api)),
                Thread.startVirtualThread(() -> create(api)));
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(1))
                .until(() -> acknowledged.get() >= enough);
        claimgraph.close();
        for (var writer : writers) {
            writer.join();
        }
    }

    private void revise(Api api, World world) {
        untilNobodyAnswers(() -> {
            var size = World.attribute("max-file-size", World.number(revision % 2 == 1 ? 20 : 50, "GB"));
            var input = Input.to("ReviseFeature")
                    .with("featureId", world.sync)
                    .with("expectedRevision", revision)
                    .with("setAttributes", List.of(size));
            revision = api.done("owner", input).at("/feature/revision").asInt();
        });
    }

    private void create(Api api) {
        untilNobodyAnswers(() -> {
            var key = "product-" + tried.incrementAndGet();
            api.done("owner", product(key));
            products.add(key);
        });
    }

    private void untilNobodyAnswers(Runnable write) {
        while (true) {
            try {
                write.run();
                acknowledged.incrementAndGet();
            } catch (RuntimeException killed) {
                return;
            }
        }
    }

    private void check(Api api, World world) {
        var state = api.ask("viewer", STATE, Map.of("feature", world.sync, "claim", world.sizes));
        var present = state.at("/feature/revision").asInt();
        assertThat(present).isBetween(revision, revision + 1);
        revision = present;
        assertThat(state.at("/feature/history/totalCount").asInt()).isEqualTo(present);
        assertChained(state.at("/feature/history/nodes"));
        var holds = state.at("/feature/attributes").toString().contains("50 GB");
        assertThat(state.at("/claim/usable").asBoolean()).as(state.toString()).isEqualTo(holds);
        for (var key : products) {
            var product = api.ask("viewer", "query($key: String!) { product(key: $key) { key } }", Map.of("key", key));
            assertThat(product.at("/product/key").asString()).isEqualTo(key);
        }
        for (var i = 1; i <= tried.get(); i++) {
            var key = "product-" + i;
            if (!products.contains(key)) {
                api.done("owner", product(key));
                products.add(key);
            }
        }
    }

    private static void assertChained(JsonNode changes) {
        for (var i = 1; i < changes.size(); i++) {
            assertThat(changes.get(i).get("number").asInt())
                    .isEqualTo(changes.get(i - 1).get("number").asInt() + 1);
            assertThat(changes.get(i).get("previousHash"))
                    .isEqualTo(changes.get(i - 1).get("hash"));
        }
    }

    private static Input product(String key) {
        return Input.to("CreateProduct").with("key", key).with("name", key).with("idempotencyKey", key);
    }

    private static Api api(ClaimgraphProcess claimgraph) throws Exception {
        return new Api(claimgraph.address().getPort());
    }
}
