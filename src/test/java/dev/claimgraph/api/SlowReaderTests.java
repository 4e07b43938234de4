package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever does not read is sent no more, holds up nobody, and is cut off. */
@SubscriptionTest
class SlowReaderTests {

    private static final String MEGABYTES = "subscription { megabytes }";

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final int port;
    private final TestSubscriptions published;
    private final MeterRegistry meters;

    SlowReaderTests(@LocalServerPort int port, TestSubscriptions published, MeterRegistry meters) {
        this.port = port;
        this.published = published;
        this.meters = meters;
    }

    @Test
    void aSocketThatIsNotReadIsCutOff() {
        var before = cut();
        try (var slow = SocketClient.beginSlow(port)) {
            slow.subscribe("a", MEGABYTES).subscribe("b", "subscription { published }");
            await().atMost(LONGEST).until(() -> cut() - before == 2);
            await().until(() -> published.subscribers() == 0);
            assertThat(published.megabytes()).isLessThan(100);
            slow.readAll();
            assertThat(slow.end()).isEqualTo("4413 Too slow: read faster, and resume with after.");
        }
    }

    @Test
    void aStreamThatIsNotReadIsBrokenOff() {
        var before = cut();
        try (var slow = EventStreamClient.open(port, "viewer", MEGABYTES)) {
            await().atMost(LONGEST).until(() -> cut() - before == 1);
            await().until(() -> published.subscribers() == 0);
            await().until(() -> running("sse") == 0);
            assertThat(slow.rest()).doesNotContain("event: complete");
        }
    }

    @Test
    void theOthersReadOn() {
        try (var slow = SocketClient.beginSlow(port);
                var other = SocketClient.begin(port)) {
            slow.subscribe("a", "subscription { published }");
            other.subscribe("a", "subscription { published }");
            await().until(() -> published.subscribers() == 2);
            slow.subscribe("b", MEGABYTES);
            await().until(() -> published.subscribers() == 3);
            for (var i = 0; i < 10; i++) {
                published.publish("News " + i);
                assertThat(other.told()).isEqualTo("next {\"data\":{\"published\":\"News %d\"}}".formatted(i));
            }
        }
        await().until(() -> published.subscribers() == 0);
    }

    @Test
    void whoReadsIsSentAsMuchAsTheyTake() {
        try (var client = SocketClient.begin(port)) {
            var begun = published.megabytes();
            client.subscribe("a", MEGABYTES);
            for (var i = 0; i < 20; i++) {
                assertThat(client.told()).hasSizeGreaterThan(1_000_000);
            }
            client.send(Map.of("id", "a", "type", "complete"));
            await().until(() -> published.subscribers() == 0);
            assertThat(published.megabytes() - begun).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void whoIsSubscribedIsCounted() {
        try (var socket = SocketClient.begin(port);
                var stream = EventStreamClient.open(port, "viewer", "subscription { published }")) {
            socket.subscribe("a", "subscription { published }").subscribe("b", "subscription { published }");
            await().until(() -> published.subscribers() == 3);
            assertThat(running("websocket")).isEqualTo(2);
            assertThat(running("sse")).isEqualTo(1);
            stream.awaitText(":");
        }
        await().until(() -> running("websocket") + running("sse") == 0);
    }

    private double cut() {
        return meters.counter("claimgraph.subscribers.cut", "reason", "slow").count();
    }

    private double running(String transport) {
        return meters.get("claimgraph.subscribers")
                .tag("transport", transport)
                .gauge()
                .value();
    }
}
