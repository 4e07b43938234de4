package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphProcess;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.api.SocketClient;
import dev.claimgraph.webhook.Receiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Several instances on one Neo4j tell everybody everything once, though one after the other is killed; and whoever wrote on one reads
 * that on any other.
 */
class InstancesTests {

    private static final Duration TAKEN_OVER = Duration.ofMinutes(1);
    private static final int MANY = 2_000;
    private static final int WRITERS = 4;

    private static final String WATCH = """
        subscription($filter: ClaimFilter, $after: String) { claimStandingChanged(filter: $filter, after: $after) { to claim { id usable } } }
        """;

    private static final String BOOKMARK = "Claimgraph-Bookmark";
    private static final String NAME = "query($id: ID!) { product(id: $id) { name } }";
    private static final String RENAME = """
        mutation($id: ID!, $revision: Int!, $name: String!) {
          reviseProduct(input: {productId: $id, expectedRevision: $revision, name: $name}) { problems { message } }
        }
        """;

    @TempDir
    private Path temp;

    @Test
    void whoeverIsKilledOthersTellOnAndNobodyIsToldTwice() throws Exception {
        try (var folder = DataFolder.hold(temp.resolve("graph"));
                var neo4j = EmbeddedNeo4j.start(folder);
                var receiver = Receiver.answering(200, "")) {
            var instances = new ArrayList<Instance>();
            try {
                for (var i = 0; i < 3; i++) {
                    instances.add(Instance.start(Files.createDirectory(temp.resolve("instance-" + i)), neo4j));
                }
                var world = new World(instances.getFirst().api());
                var now = instances.getFirst().cursor();
                instances.forEach(instance -> instance.watch(world, now));
                tellOf(world, receiver, instances.getFirst().api());

                set(world, false, instances.get(1));
                assertAllAreTold("STALE", world, instances);

                set(world, true, instances.getFirst());
                instances.removeFirst().close();
                assertAllAreTold("CURRENT", world, instances);

                set(world, false, instances.getFirst());
                instances.removeFirst().close();
                assertAllAreTold("STALE", world, instances);
                await().atMost(TAKEN_OVER)
                        .untilAsserted(() ->
                                assertThat(standings(receiver, world)).containsExactly("STALE", "CURRENT", "STALE"));
            } finally {
                instances.forEach(Instance::close);
            }
        }
    }

    /** Its pages are their own commits: what the one that dies has told of is not told of again, and the rest is. */
    @Test
    void whereOneIsKilledAmidManyClaimsAnotherTellsOfTheRest() throws Exception {
        try (var folder = DataFolder.hold(temp.resolve("graph"));
                var neo4j = EmbeddedNeo4j.start(folder);
                var driver = GraphDatabase.driver(neo4j.getUri(), neo4j.getAuthToken());
                var telling = Instance.start(Files.createDirectory(temp.resolve("telling")), neo4j)) {
            var world = new World(telling.api);
            var claims = new TreeSet<String>();
            AtOnce.times(
                            WRITERS,
                            () -> IntStream.range(0, MANY / WRITERS)
                                    .mapToObj(i -> world.drafted(world.claim("Files stay private.", world.encrypted)))
                                    .toList())
                    .forEach(claims::addAll);
            try (var other = Instance.start(Files.createDirectory(temp.resolve("other")), neo4j)) {
                var told = told(driver);
                other.watch(world, other.cursor());
                set(world, false, telling);
                await().pollInterval(Duration.ofMillis(2)).until(() -> told(driver) > told);
                telling.process.kill();
                assertThat(told(driver) - told)
                        .as("told by the one that was killed")
                        .isLessThan(MANY);
                var heard = IntStream.rangeClosed(0, MANY)
                        .mapToObj(i -> other.socket.next(TAKEN_OVER).at("/payload/data/claimStandingChanged/claim/id"))
                        .map(JsonNode::asString)
                        .toList();
                claims.add(world.encryption);
                assertThat(heard).containsExactlyInAnyOrderElementsOf(claims);
            }
        }
    }

    /** To and fro, so that each instance takes what the other gave. */
    @Test
    void whatACallerWroteOnOneTheyReadOnAnother() throws Exception {
        try (var folder = DataFolder.hold(temp.resolve("graph"));
                var neo4j = EmbeddedNeo4j.start(folder);
                var one = Instance.start(Files.createDirectory(temp.resolve("one")), neo4j);
                var other = Instance.start(Files.createDirectory(temp.resolve("other")), neo4j)) {
            var product = one.api
                    .done("owner", Input.to("CreateProduct").with("key", "sync").with("name", "Name 0"))
                    .at("/product/id")
                    .asString();
            var headers = new HttpHeaders();
            for (var i = 1; i <= 20; i++) {
                var writing = i % 2 == 0 ? one : other;
                var reading = i % 2 == 0 ? other : one;
                var named = writing.api.exchange(
                        "owner", RENAME, Map.of("id", product, "revision", i, "name", "Name " + i), headers);
                headers.set(BOOKMARK, named.getHeaders().getFirst(BOOKMARK));
                var read = reading.api.exchange("viewer", NAME, Map.of("id", product), headers);
                assertThat(read.getBody().at("/data/product/name").asString()).isEqualTo("Name " + i);
            }
        }
    }

    private static long told(Driver driver) {
        return driver.executableQuery("MATCH (log:NoticeLog) RETURN log.position AS told")
                .execute()
                .records()
                .getFirst()
                .get("told")
                .asLong();
    }

    /** The endpoint is told at least once, and by its ids can tell what it is told again. */
    private static List<String> standings(Receiver receiver, World world) {
        return receiver.requests().stream()
                .filter(request -> request.body().contains(world.encryption))
                .collect(Collectors.toMap(
                        request -> request.headers().getFirst("webhook-id"),
                        request -> JsonMapper.shared()
                                .readTree(request.body())
                                .at("/data/to")
                                .asString(),
                        (first, again) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static void set(World world, boolean encrypted, Instance through) {
        var revision = through.api
                .ask("viewer", "query($id: ID!) { feature(id: $id) { revision } }", Map.of("id", world.sync))
                .at("/feature/revision")
                .asInt();
        through.api.done(
                "owner",
                Input.to("ReviseFeature")
                        .with("featureId", world.sync)
                        .with("expectedRevision", revision)
                        .with("setAttributes", List.of(World.attribute("encrypted", Map.of("boolean", encrypted)))));
    }

    private static void assertAllAreTold(String standing, World world, List<Instance> instances) {
        assertThat(instances).allSatisfy(instance -> {
            var told = instance.socket.next(TAKEN_OVER).at("/payload/data/claimStandingChanged");
            assertThat(told.get("to").asString()).isEqualTo(standing);
            assertThat(told.at("/claim/id").asString()).isEqualTo(world.encryption);
        });
    }

    private static void tellOf(World world, Receiver receiver, Api api) {
        var input = Map.of(
                "name", "Ours",
                "url", receiver.address().toString(),
                "filter", Map.of("featureKeys", List.of(world.name + ".sync")));
        var create = "mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { problems { message } } }";
        assertThat(api.ask("admin", create, Map.of("input", input)).at("/createWebhook/problems"))
                .isEmpty();
    }

    /** A service in a process of its own, and somebody who is told by it. */
    private record Instance(ClaimgraphProcess process, Api api, SocketClient socket) implements AutoCloseable {

        static Instance start(Path folder, EmbeddedNeo4j neo4j) throws Exception {
            var process = ClaimgraphProcess.start(
                    folder,
                    "--spring.neo4j.uri=" + neo4j.getUri().toString().replace("bolt:", "neo4j:"),
                    "--spring.neo4j.authentication.username=neo4j",
                    "--spring.neo4j.authentication.password=" + neo4j.password(),
                    "--claimgraph.webhooks.allow-http=true",
                    "--claimgraph.webhooks.allowed-addresses=127.0.0.1/32");
            var port = process.address().getPort();
            return new Instance(
                    process, new Api(port), SocketClient.open(port, "viewer").init(Map.of()));
        }

        String cursor() {
            return api.ask("viewer", "{ noticeCursor }", Map.of())
                    .get("noticeCursor")
                    .asString();
        }

        void watch(World world, String after) {
            var variables = Map.of("filter", Map.of("featureKeys", List.of(world.name + ".sync")), "after", after);
            socket.send(Map.of(
                    "id", "watch", "type", "subscribe", "payload", Map.of("query", WATCH, "variables", variables)));
        }

        @Override
        public void close() {
            process.kill();
        }
    }
}
