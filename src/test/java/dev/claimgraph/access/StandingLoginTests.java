package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.api.EventStreamClient;
import dev.claimgraph.api.SocketClient;
import dev.claimgraph.api.TestSubscriptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Who stays connected is somebody as long as their token is in time, and sees what they may see by now. */
@ProviderTest
@Import(TestSubscriptions.class)
class StandingLoginTests {

    private static final String PUBLISHED = "subscription { published }";
    private static final String FOR_MARKETERS = "subscription { publishedForMarketers }";

    private final OpenIdProvider provider = OpenIdProvider.running();
    private final int port;
    private final TestSubscriptions subscriptions;

    StandingLoginTests(@LocalServerPort int port, TestSubscriptions subscriptions) {
        this.port = port;
        this.subscriptions = subscriptions;
    }

    @Test
    void aTokenLogsInByTheHandshakeOrByTheFirstMessage() {
        var token = Api.token(provider.token(claims -> {}));
        try (var byHeader = SocketClient.open(port, "Authorization", token).init(Map.of());
                var byMessage = SocketClient.open(port).init(Map.of("authorization", token))) {
            assertThat(byHeader.subscribe("a", "{ me { name } }").told()).contains("Olivia Rivera");
            assertThat(byMessage.subscribe("a", "{ me { name } }").told()).contains("Olivia Rivera");
        }
    }

    @Test
    void aTokenThatIsNotGoodIsRefused() {
        try (var client = SocketClient.open(port)) {
            client.send(Map.of(
                    "type",
                    "connection_init",
                    "payload",
                    Map.of("authorization", Api.token(provider.forged(claims -> {})))));
            assertThat(client.end()).startsWith("4403 ");
        }
    }

    @Test
    void thePublicHasNoSocket() {
        try (var client = SocketClient.open(port)) {
            client.send(Map.of("type", "connection_init"));
            assertThat(client.end()).startsWith("4403 ");
        }
    }

    @Test
    void aSocketEndsWithItsToken() {
        try (var client = SocketClient.open(port).init(Map.of("authorization", soonOver()))) {
            client.subscribe("a", PUBLISHED);
            assertThat(client.end()).isEqualTo("4401 Unauthorized: the login has ended; connect with a new one.");
        }
        await().until(() -> subscriptions.subscribers() == 0);
    }

    @Test
    void aStreamEndsWithItsToken() {
        try (var stream = EventStreamClient.openWith(port, soonOver(), PUBLISHED)) {
            assertThat(stream.rest())
                    .contains("event: next\ndata: {\"errors\":[{", "\"code\":\"UNAUTHENTICATED\"")
                    .endsWith("event: complete\ndata:\n\n");
        }
        await().until(() -> subscriptions.subscribers() == 0);
    }

    @Test
    void whoLosesARoleReadsNoMoreOfWhatItIsFor() {
        var marketer = token("demoted", "marketer");
        try (var socket = SocketClient.open(port).init(Map.of("authorization", marketer));
                var stream = EventStreamClient.openWith(port, marketer, FOR_MARKETERS)) {
            socket.subscribe("a", FOR_MARKETERS);
            await().until(() -> subscriptions.subscribers() == 2);
            subscriptions.publish("Before");
            assertThat(socket.told()).isEqualTo("next {\"data\":{\"publishedForMarketers\":\"Before\"}}");
            stream.awaitText("Before\"}}\n\n");
            new Api(port).ask(token("demoted", "viewer"), "{ me { id } }", Map.of());
            subscriptions.publish("After");
            assertThat(socket.end()).isEqualTo("4403 Forbidden: you may no longer read this.");
            assertThat(stream.rest())
                    .contains("\"code\":\"FORBIDDEN\"")
                    .doesNotContain("After")
                    .endsWith("event: complete\ndata:\n\n");
        }
        await().until(() -> subscriptions.subscribers() == 0);
    }

    @Test
    void whoIsForgottenReadsNoMore() {
        var leaver = token("leaver", "viewer");
        try (var socket = SocketClient.open(port).init(Map.of("authorization", leaver))) {
            socket.subscribe("me", "{ me { id } }");
            var id = socket.next().at("/payload/data/me/id").asString();
            socket.next();
            socket.subscribe("a", PUBLISHED);
            await().until(() -> subscriptions.subscribers() == 1);
            var forget =
                    "mutation { pseudonymisePerson(input: {personId: \"%s\"}) { problems { code } } }".formatted(id);
            new Api(port).ask(token("the admin", "admin"), forget, Map.of());
            subscriptions.publish("After");
            assertThat(socket.end()).startsWith("4403 ");
        }
    }

    private String token(String subject, String role) {
        return Api.token(provider.token(claims ->
                claims.subject(subject).claim("roles", List.of(role)).claim("scope", "people:read people:write")));
    }

    private String soonOver() {
        return Api.token(provider.token(claims -> claims.expiresAt(Instant.now().plusSeconds(2))));
    }
}
