package dev.claimgraph.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.TestClock;
import dev.claimgraph.World;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Endpoints are told what changes: signed, at least once, in order, and none waits for another. */
@ClaimgraphTest
class WebhookStory {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Api api;
    private final TestClock clock;
    private final MeterRegistry meters;
    private World world;
    private final Map<String, String> created = new HashMap<>();

    WebhookStory(@LocalServerPort int port, TestClock clock, MeterRegistry meters) {
        this.api = new Api(port);
        this.meters = meters;
        this.clock = clock;
    }

    @BeforeEach
    void aWorld() {
        world = new World(api);
    }

    @AfterEach
    void endAll() {
        created.keySet()
                .forEach(id -> api.done("admin", Input.to("DeleteWebhook").with("webhookId", id)));
    }

    @Test
    void anEndpointIsToldOfAStaleClaimInASignedCloudEvent() throws IOException {
        try (var receiver = Receiver.answering(204, "")) {
            var id = webhook(receiver);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            await().atMost(LONGEST)
                    .until(() -> about(receiver, world.encryption).size() == 1);
            var request = about(receiver, world.encryption).getFirst();
            assertThatCode(() -> verify(created.get(id), request)).doesNotThrowAnyException();
            var event = JsonMapper.shared().readTree(request.body());
            assertThat(event.get("type").asString()).isEqualTo("dev.claimgraph.claim.standing.changed");
            assertThat(event.get("subject").asString()).isEqualTo(world.encryption);
            assertThat(event.at("/data/from").asString()).isEqualTo("CURRENT");
            assertThat(event.at("/data/to").asString()).isEqualTo("STALE");
            assertThat(event.at("/data/reasons/0/attribute").asString()).isEqualTo("encrypted");
            await().atMost(LONGEST).until(() -> deliveries(id, "DELIVERED").size() == 1);
            var delivery = deliveries(id, "DELIVERED").getFirst();
            assertThat(delivery.get("httpStatus").asInt()).isEqualTo(204);
            assertThat(delivery.get("attempts").asInt()).isEqualTo(1);
        }
    }

    /** What comes next of one claim waits for what came before; what comes of another does not. */
    @Test
    void whatAnEndpointDoesNotTakeIsSentAgainBeforeWhatCameNext() throws IOException {
        var refusals = new AtomicInteger();
        try (var receiver = Receiver.handling(exchange -> {
            var isRefused = exchange.getRequestHeaders().containsKey("webhook-id") && refusals.getAndIncrement() < 2;
            Receiver.answer(exchange, isRefused ? 500 : 200, "");
        })) {
            var id = webhook(receiver);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            world.set(world.sync, "encrypted", Map.of("boolean", true));
            await().atMost(LONGEST).until(() -> deliveries(id, "DELIVERED").size() == 2);
            assertThat(about(receiver, world.encryption).stream().map(request -> to(request)))
                    .startsWith("STALE", "STALE")
                    .endsWith("CURRENT");
            var first = deliveries(id, "DELIVERED").getFirst();
            assertThat(first.get("attempts").asInt()).isEqualTo(3);
        }
    }

    @Test
    void anEndpointThatHangsDelaysNoOther() throws IOException {
        var hanging = new CountDownLatch(1);
        try (var dead = Receiver.handling(exchange -> {
                    try {
                        hanging.await();
                    } catch (InterruptedException closed) {
                        exchange.close();
                    }
                });
                var alive = Receiver.answering(200, "")) {
            webhook(dead);
            webhook(alive);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            await().atMost(LONGEST).until(() -> about(dead, world.encryption).size() == 1);
            await().atMost(LONGEST).until(() -> about(alive, world.encryption).size() == 1);
            world.set(world.sync, "encrypted", Map.of("boolean", true));
            await().atMost(LONGEST).until(() -> about(alive, world.encryption).size() == 2);
            assertThat(about(dead, world.encryption)).hasSize(1);
        }
    }

    @Test
    void aWebhookThatIsNotActiveIsToldWhatItMissed() throws IOException {
        try (var receiver = Receiver.answering(200, "")) {
            var id = webhook(receiver);
            var update = Input.to("UpdateWebhook").with("webhookId", id);
            api.done("admin", update.with("expectedRevision", 1).with("active", false));
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            api.done("admin", update.with("expectedRevision", 2).with("active", true));
            await().atMost(LONGEST)
                    .until(() -> about(receiver, world.encryption).size() == 1);
            assertThat(api.refused("admin", update.with("expectedRevision", 1).with("active", false)))
                    .containsExactly("CONFLICT expectedRevision");
        }
    }

    @Test
    void whatCameThroughIsRedelivered() throws IOException {
        try (var receiver = Receiver.answering(200, "")) {
            var id = webhook(receiver);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            await().atMost(LONGEST).until(() -> deliveries(id, "DELIVERED").size() == 1);
            var delivery = deliveries(id, "DELIVERED").getFirst().get("id").asString();
            api.done("admin", Input.to("Redeliver").with("deliveryId", delivery));
            await().atMost(LONGEST)
                    .until(() -> about(receiver, world.encryption).size() == 2);
            assertThat(about(receiver, world.encryption).stream()
                            .map(request -> request.headers().getFirst("webhook-id")))
                    .hasSize(2)
                    .containsOnly(about(receiver, world.encryption)
                            .getFirst()
                            .headers()
                            .getFirst("webhook-id"));
        }
    }

    @Test
    void whatFailedForADayIsParkedAndListedAndComesThroughOnceItIsRedelivered() throws IOException {
        var status = new AtomicInteger(503);
        try (var receiver =
                Receiver.handling(exchange -> Receiver.answer(exchange, status.get(), "Closed for repairs"))) {
            var id = webhook(receiver);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            await().atMost(LONGEST)
                    .until(() -> deliveries(id, "PENDING").stream()
                            .anyMatch(delivery -> delivery.get("attempts").asInt() > 0));
            clock.advance(Duration.ofHours(24));
            await().atMost(LONGEST).until(() -> deliveries(id, "PARKED").size() == 1);
            var parked = deliveries(id, "PARKED").getFirst();
            assertThat(parked.get("httpStatus").asInt()).isEqualTo(503);
            assertThat(parked.get("problem").asString())
                    .isEqualTo("The endpoint answered 503. It said: Closed for repairs");
            assertThat(deliveries(id, "PENDING")).isEmpty();
            await().until(() ->
                    meters.get("claimgraph.deliveries.parked").gauge().value() == 1);
            assertThat(meters.timer("claimgraph.deliveries", "outcome", "parked")
                            .count())
                    .isGreaterThan(0);
            status.set(200);
            api.done("admin", Input.to("Redeliver").with("deliveryId", id(parked)));
            await().atMost(LONGEST).until(() -> deliveries(id, "DELIVERED").size() == 1);
            assertThat(deliveries(id, "DELIVERED").getFirst().get("id")).isEqualTo(parked.get("id"));
            assertThat(deliveries(id, "PARKED")).isEmpty();
            await().until(() ->
                    meters.get("claimgraph.deliveries.parked").gauge().value() == 0);
            assertThat(meters.get("claimgraph.webhooks.behind").gauge().value()).isZero();
            assertThat(to(about(receiver, world.encryption).getLast())).isEqualTo("STALE");
        }
    }

    @Test
    void whoHadSomethingRedeliveredIsInItsHistory() throws IOException {
        try (var receiver = Receiver.answering(200, "")) {
            var id = webhook(receiver);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            await().atMost(LONGEST).until(() -> deliveries(id, "DELIVERED").size() == 1);
            var delivery = id(deliveries(id, "DELIVERED").getFirst());
            api.done("admin", Input.to("Redeliver").with("deliveryId", delivery));
            var document = """
                query($id: ID!) {
                  webhook(id: $id) {
                    history { nodes { action by { id } } }
                    deliveries { nodes { history { nodes { action by { id } touched differences { path before after } } } } }
                  }
                }
                """;
            var webhook = api.ask("admin", document, Map.of("id", id)).get("webhook");
            assertThat(webhook.at("/history/nodes/0/action").asString()).isEqualTo("createWebhook");
            var change = webhook.at("/deliveries/nodes/0/history/nodes/0");
            assertThat(change.get("action").asString()).isEqualTo("redeliver");
            assertThat(change.at("/by/id").asString())
                    .isEqualTo(api.ask("admin", "{ me { id } }", Map.of())
                            .at("/me/id")
                            .asString());
            assertThat(Api.texts(change.get("touched"))).containsExactly(id);
            assertThat(change.get("differences")
                            .valueStream()
                            .map(difference -> difference.get("path").asString()))
                    .contains("status");
        }
    }

    @Test
    void nothingIsRedeliveredWhereTheWebhookWasDeleted() throws IOException {
        try (var receiver = Receiver.answering(200, "")) {
            var id = webhook(receiver);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            await().atMost(LONGEST).until(() -> deliveries(id, "DELIVERED").size() == 1);
            var again = Input.to("Redeliver")
                    .with("deliveryId", id(deliveries(id, "DELIVERED").getFirst()));
            api.done("admin", Input.to("DeleteWebhook").with("webhookId", id));
            created.remove(id);
            assertThat(api.send("admin", again).at("/problems/0/message").asString())
                    .isEqualTo("The webhook that it was for was deleted, and nothing is sent there any more.");
        }
    }

    @Test
    void aRotatedSecretAndTheOneBeforeBothVerify() throws IOException {
        try (var receiver = Receiver.answering(200, "")) {
            var id = webhook(receiver);
            var former = created.get(id);
            var rotated = api.ask(
                            "admin",
                            "mutation($id: ID!) { rotateWebhookSecret(input: {webhookId: $id}) { secret } }",
                            Map.of("id", id))
                    .at("/rotateWebhookSecret/secret")
                    .asString();
            assertThat(rotated).startsWith("whsec_").isNotEqualTo(former);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            await().atMost(LONGEST)
                    .until(() -> about(receiver, world.encryption).size() == 1);
            var request = about(receiver, world.encryption).getFirst();
            assertThatCode(() -> verify(former, request)).doesNotThrowAnyException();
            assertThatCode(() -> verify(rotated, request)).doesNotThrowAnyException();
        }
    }

    @Test
    void aChatIsToldInWords() throws IOException {
        try (var receiver = Receiver.answering(200, "ok")) {
            create(receiver, Map.of("format", "SLACK"));
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            await().atMost(LONGEST).until(() -> receiver.requests().size() == 1);
            var message =
                    JsonMapper.shared().readTree(receiver.requests().getFirst().body());
            assertThat(message.get("text").asString()).isEqualTo("A claim is stale: Your files are safe with us.");
        }
    }

    @Test
    void onlyAdminsKeepWebhooksAndNotIntoOtherNetworks() {
        var input = Input.to("CreateWebhook").with("name", "Ours").with("url", "https://10.0.0.1/hooks");
        assertThat(api.refused("admin", input)).containsExactly("INVALID url");
        assertThat(api.refused("admin", input.with("url", "https://example.com").with("events", List.of())))
                .containsExactly("REQUIRED events");
        assertThat(api.refused(
                        "admin",
                        input.with("url", "https://hooks.slack.com/services/x")
                                .with("format", "SLACK")
                                .with("events", List.of("REVIEW"))))
                .containsExactly("INVALID events");
        assertThat(api.error("owner", "{ webhooks { nodes { id } } }", Map.of()))
                .isEqualTo("FORBIDDEN");
        assertThat(api.refused(
                        "admin", Input.to("Redeliver").with("deliveryId", "delivery_01jf3z00000000000000000000")))
                .containsExactly("NOT_FOUND deliveryId");
    }

    private String webhook(Receiver receiver) {
        return create(receiver, Map.of());
    }

    private String create(Receiver receiver, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of(
                "name", "Ours",
                "url", receiver.address().toString(),
                "filter", Map.of("featureKeys", List.of(world.name + ".sync"), "status", List.of("APPROVED"))));
        input.putAll(more);
        var payload = api.ask(
                        "admin",
                        "mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { id }"
                                + " problems { message } } }",
                        Map.of("input", input))
                .get("createWebhook");
        assertThat(payload.get("problems")).isEmpty();
        var id = payload.at("/webhook/id").asString();
        created.put(id, payload.get("secret").asString());
        return id;
    }

    private List<JsonNode> deliveries(String id, String status) {
        var document = """
            query($id: ID!, $status: DeliveryStatus) {
              webhook(id: $id) { deliveries(status: $status) { nodes { id attempts httpStatus problem durationMs } } }
            }
            """;
        return api.ask("admin", document, Map.of("id", id, "status", status))
                .at("/webhook/deliveries/nodes")
                .valueStream()
                .toList();
    }

    private static String id(JsonNode delivery) {
        return delivery.get("id").asString();
    }

    private static List<Receiver.Request> about(Receiver receiver, String claim) {
        return receiver.requests().stream()
                .filter(request -> request.body().contains(claim))
                .toList();
    }

    private static String to(Receiver.Request request) {
        return JsonMapper.shared().readTree(request.body()).at("/data/to").asString();
    }

    private static void verify(String secret, Receiver.Request request) throws Exception {
        var headers = HttpHeaders.of(request.headers(), (name, value) -> true);
        new com.standardwebhooks.Webhook(secret).verify(request.body(), headers);
    }
}
