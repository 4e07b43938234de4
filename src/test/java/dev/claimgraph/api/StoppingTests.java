package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service that stops tells all who are connected, and lets nobody more connect. */
@SubscriptionTest
class StoppingTests {

    private final int port;
    private final TestSubscriptions published;
    private final Peers peers;

    StoppingTests(@LocalServerPort int port, TestSubscriptions published, Peers peers) {
        this.port = port;
        this.published = published;
        this.peers = peers;
    }

    @Test
    void socketsAndStreamsEnd() {
        try (var socket = SocketClient.begin(port);
                var idle = SocketClient.open(port, "viewer");
                var stream = EventStreamClient.open(port, "viewer", "subscription { published }")) {
            socket.subscribe("a", "subscription { published }");
            await().until(() -> published.subscribers() == 2);
            peers.stop();
            try {
                assertThat(socket.end()).isEqualTo("1001 The service stops; connect again.");
                assertThat(idle.end()).isEqualTo("1001 The service stops; connect again.");
                assertThat(stream.rest()).doesNotContain("complete", "broken off");
                var refused = Http.viewer(port).get("{ me { name } }", "Accept", "text/event-stream");
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(Http.code(refused)).isEqualTo("UNAVAILABLE");
            } finally {
                peers.start();
            }
        }
        assertThat(published.subscribers()).isZero();
    }
}
