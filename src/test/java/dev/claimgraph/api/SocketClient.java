package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of graphql-transport-ws, which sends what it is told to, be it against the protocol, and reads what comes in its time. */
public final class SocketClient implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PATIENCE = 60;

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final boolean isReading;
    private final WebSocket socket;

    private SocketClient(WebSocket.Builder opening, int port, boolean isReading) {
        this.isReading = isReading;
        this.socket = opening.buildAsync(URI.create("ws://127.0.0.1:%d/graphql".formatted(port)), new Listener())
                .join();
    }

    /** Opens a socket for an account, without a word yet. */
    public static SocketClient open(int port, String account) {
        return open(port, "Authorization", basic(account));
    }

    /** @param headers of the handshake, names and values in turn */
    public static SocketClient open(int port, String... headers) {
        return new SocketClient(builder("graphql-transport-ws", headers), port, true);
    }

    static SocketClient openAs(int port, String protocol) {
        return new SocketClient(builder(protocol, "Authorization", basic("viewer")), port, true);
    }

    /** A viewer who is told that they may begin. */
    static SocketClient begin(int port) {
        return open(port, "viewer").init(Map.of());
    }

    /** A viewer who may begin, and from then on reads nothing before {@link #readAll}. */
    static SocketClient beginSlow(int port) {
        var client = new SocketClient(builder("graphql-transport-ws", "Authorization", basic("viewer")), port, false);
        client.socket.request(1);
        return client.init(Map.of());
    }

    public SocketClient init(Map<String, ?> payload) {
        send(Map.of("type", "connection_init", "payload", payload));
        assertThat(next()).isEqualTo(tree(Map.of("type", "connection_ack")));
        return this;
    }

    public SocketClient subscribe(String id, String query) {
        return send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query)));
    }

    public SocketClient send(Map<String, ?> message) {
        return send(JsonMapper.shared().writeValueAsString(message));
    }

    SocketClient send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    SocketClient sendInParts(String text, int length) {
        for (var from = 0; from < text.length(); from += length) {
            var until = Math.min(text.length(), from + length);
            try {
                socket.sendText(text.substring(from, until), until == text.length())
                        .join();
            } catch (CompletionException closed) {
                return this;
            }
        }
        return this;
    }

    SocketClient sendBytes() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
        return this;
    }

    void readAll() {
        socket.request(Long.MAX_VALUE);
    }

    /** What comes next. */
    public JsonNode next() {
        return next(Duration.ofSeconds(PATIENCE));
    }

    /** The same, however late within a time. */
    public JsonNode next(Duration within) {
        try {
            var message = received.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(message).as("a message, before " + end).isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The type and the payload of what comes next: {@code next {"data":…}}. */
    public String told() {
        var message = next();
        return message.get("type").asString() + (message.has("payload") ? " " + message.get("payload") : "");
    }

    /** Why the service closes the socket: {@code 4400 A message …}. */
    public String end() {
        return end.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** Goes without a word. */
    void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(PATIENCE, TimeUnit.SECONDS)
                .exceptionally(gone -> socket)
                .join();
        socket.abort();
    }

    public static String basic(String account) {
        return "Basic " + Base64.getEncoder().encodeToString((account + ":claimgraph").getBytes());
    }

    static JsonNode tree(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }

    private static WebSocket.Builder builder(String protocol, String... headers) {
        var opening = CLIENT.newWebSocketBuilder().subprotocols(protocol);
        for (var i = 0; i < headers.length; i += 2) {
            opening.header(headers[i], headers[i + 1]);
        }
        return opening;
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            if (isReading) {
                opened.request(Long.MAX_VALUE);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                received.add(JsonMapper.shared().readTree(text.toString()));
                text.setLength(0);
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end.complete(code + " " + reason);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            end.completeExceptionally(failure);
        }
    }
}
