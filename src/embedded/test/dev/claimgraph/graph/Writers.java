package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphProcess;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.history.Log;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.GraphDatabase;
import org.springframework.data.neo4j.core.Neo4jClient;
import tools.jackson.databind.JsonNode;

/** People who write through whatever happens to the service, and keep book of what it acknowledged. */
final class Writers {

    private static final int CREATORS = 2;
    private static final String STATE = """
        query($feature: ID!, $claim: ID!) {
          feature(id: $feature) {
            revision
            attributes { name display }
            history(last: 100) { totalCount nodes { number } }
          }
          claim(id: $claim) { usable }
        }
        """;

    private final World world;
    private final Queue<String> created = new ConcurrentLinkedQueue<>();
    private final Set<String> inDoubt = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Set<String> errors = ConcurrentHashMap.newKeySet();
    private final AtomicLong longest = new AtomicLong();
    private volatile int revision = 1;
    private volatile boolean stopped;

    Writers(Api api) {
        world = new World(api);
    }

    /** Starts to write, until told to stop or until nobody answers. */
    List<Thread> start(Api api) {
        stopped = false;
        var writers = new ArrayList<Thread>();
        writers.add(Thread.startVirtualThread(() -> keepOn(() -> revise(api))));
        for (var i = 0; i < CREATORS; i++) {
            writers.add(Thread.startVirtualThread(() -> keepOn(() -> create(api))));
        }
        return writers;
    }

    void stop(List<Thread> writers) throws InterruptedException {
        stopped = true;
        for (var writer : writers) {
            writer.join();
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    void awaitAcknowledged(int enough) {
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(1))
                .until(() -> acknowledged.get() >= enough);
    }

    /** The longest that anybody waited for an answer since this was asked last. */
    Duration longest() {
        return Duration.ofNanos(longest.getAndSet(0));
    }

    /** How many writes were answered with an error. */
    int refused() {
        return refused.get();
    }

    /** The errors, each with its code. */
    Set<String> errors() {
        return errors;
    }

    /** Holds the service against the book; what was not acknowledged may be there as a whole or not at all, and is sent again. */
    void check(Api api) {
        var state = api.ask("viewer", STATE, Map.of("feature", world.sync, "claim", world.sizes));
        var present = state.at("/feature/revision").asInt();
        assertThat(present).isBetween(revision, revision + 1);
        revision = present;
        assertThat(state.at("/feature/history/totalCount").asInt()).isEqualTo(present);
        var holds = state.at("/feature/attributes").toString().contains("50 GB");
        assertThat(state.at("/claim/usable").asBoolean()).as(state.toString()).isEqualTo(holds);
        created.forEach(key -> assertThat(changes(api, key)).isEqualTo(1));
        for (var key : inDoubt) {
            api.done("owner", product(key));
            assertThat(changes(api, key)).isEqualTo(1);
            created.add(key);
        }
        inDoubt.clear();
    }

    /** Holds the log in the folder of a service that ended against what it promises. */
    static void assertLogIsWhole(Path data) {
        try (var folder = DataFolder.hold(data);
                var neo4j = EmbeddedNeo4j.start(folder)) {
            assertLogIsWhole(neo4j);
        }
    }

    static void assertLogIsWhole(EmbeddedNeo4j neo4j) {
        try (var driver = GraphDatabase.driver(neo4j.getUri(), neo4j.getAuthToken())) {
            new Log(Neo4jClient.create(driver)).assertWhole();
        }
    }

    static Api api(ClaimgraphProcess claimgraph) throws Exception {
        return new Api(claimgraph.address().getPort());
    }

    private static int changes(Api api, String key) {
        var document = "query($key: String!) { product(key: $key) { history { totalCount } } }";
        return api.ask("viewer", document, Map.of("key", key))
                .at("/product/history/totalCount")
                .asInt();
    }

    private void keepOn(Runnable write) {
        while (!stopped) {
            try {
                write.run();
            } catch (RuntimeException nobodyAnswers) {
                return;
            }
        }
    }

    private void revise(Api api) {
        var size = World.attribute("max-file-size", World.number(revision % 2 == 1 ? 20 : 50, "GB"));
        var input = Input.to("ReviseFeature")
                .with("featureId", world.sync)
                .with("expectedRevision", revision)
                .with("setAttributes", List.of(size));
        var payload = send(api, input);
        if (payload.has("feature")) {
            revision = payload.at("/feature/revision").asInt();
        } else if (payload.toString().contains("CONFLICT")) {
            revision++;
        }
    }

    /** Sends a product again with the same key until it is acknowledged. */
    private void create(Api api) {
        var key = "product-" + tried.incrementAndGet();
        inDoubt.add(key);
        while (!stopped && inDoubt.contains(key)) {
            if (send(api, product(key)).has("product")) {
                created.add(key);
                inDoubt.remove(key);
            }
        }
    }

    private JsonNode send(Api api, Input input) {
        var begun = System.nanoTime();
        var answer = api.raw("owner", input.document(), Map.of("input", input.fields()));
        longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
        if (answer.has("errors")) {
            refused.incrementAndGet();
            errors.add(answer.at("/errors/0/extensions/code").asString() + ": "
                    + answer.at("/errors/0/message").asString());
            return answer.get("errors");
        }
        acknowledged.incrementAndGet();
        return answer.at("/data").iterator().next();
    }

    private static Input product(String key) {
        return Input.to("CreateProduct").with("key", key).with("name", key).with("idempotencyKey", key);
    }
}
