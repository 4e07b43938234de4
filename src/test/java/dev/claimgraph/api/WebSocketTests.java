package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgraph.ClaimgraphTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** There are no subscriptions yet, so no site can open a WebSocket, its own included. */
@ClaimgraphTest
class WebSocketTests {

    @Test
    void nobodyOpensAWebSocket(@LocalServerPort int port) {
        var viewer = Base64.getEncoder().encodeToString("viewer:claimgraph".getBytes());
        try (var client = HttpClient.newHttpClient()) {
            var opening = client.newWebSocketBuilder()
                    .header("Authorization", "Basic " + viewer)
                    .header("Origin", "https://elsewhere.example.com")
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(URI.create("ws://127.0.0.1:%d/graphql".formatted(port)), new WebSocket.Listener() {});
            assertThatThrownBy(opening::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }
}
