package dev.claimgraph.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** Many subscribers over WebSockets, all of them to every claim. */
final class Watchers implements AutoCloseable {

    private static final String WATCH =
            "subscription { claimStandingChanged { from to usable claim { id text usable } reasons { code message } } }";

    private final List<WebSocket> sockets = new ArrayList<>();
    private final CountDownLatch acknowledged;
    private volatile Round round;

    private Watchers(int count) {
        this.acknowledged = new CountDownLatch(count);
        this.round = new Round(count);
    }

    static Watchers open(int port, int count) throws InterruptedException {
        var watchers = new Watchers(count);
        var client = HttpClient.newHttpClient();
        var login = "Basic " + Base64.getEncoder().encodeToString("viewer:claimgraph".getBytes());
        for (var i = 0; i < count; i++) {
            watchers.sockets.add(client.newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .header("Authorization", login)
                    .buildAsync(URI.create("ws://127.0.0.1:%d/graphql".formatted(port)), watchers.new Listener())
                    .join());
        }
        watchers.acknowledged.await();
        return watchers;
    }

    /** When the first and the last of them is told what comes next, by {@link System#nanoTime}. */
    CompletableFuture<Times> next() {
        round = new Round(sockets.size());
        return round.times;
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
    }

    /** The first and the last of many moments. */
    record Times(long first, long last) {}

    private static final class Round {

        private final AtomicInteger missing;
        private final AtomicLong first = new AtomicLong();
        private final CompletableFuture<Times> times = new CompletableFuture<>();

        Round(int count) {
            this.missing = new AtomicInteger(count);
        }

        void told() {
            var now = System.nanoTime();
            first.compareAndSet(0, now);
            if (missing.decrementAndGet() == 0) {
                times.complete(new Times(first.get(), now));
            }
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();
        private volatile CompletableFuture<WebSocket> sent;

        @Override
        public void onOpen(WebSocket socket) {
            sent = socket.sendText("{\"type\":\"connection_init\"}", true);
            socket.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                var message = text.toString();
                text.setLength(0);
                if (message.contains("connection_ack")) {
                    var query = JsonMapper.shared().writeValueAsString(WATCH);
                    var subscribe = "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":%s}}".formatted(query);
                    sent.thenCompose(done -> socket.sendText(subscribe, true))
                            .thenRun(acknowledged::countDown);
                } else if (message.contains("\"next\"")) {
                    round.told();
                }
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            System.out.printf("The service closed a socket: %d %s%n", code, reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            System.out.println("A socket failed: " + failure);
        }
    }
}
