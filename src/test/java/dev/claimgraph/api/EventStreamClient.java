package dev.claimgraph.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A client of an event stream, which reads no more of it than it is told to. */
public final class EventStreamClient implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MOST = 1_000_000;

    private final InputStream body;

    private EventStreamClient(InputStream body) {
        this.body = body;
    }

    static EventStreamClient open(int port, String account, String query) {
        return openWith(port, SocketClient.basic(account), query);
    }

    /** @param authorization the header */
    public static EventStreamClient openWith(int port, String authorization, String query) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/graphql".formatted(port)))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", query))));
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new EventStreamClient(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads until a text has come. */
    public void awaitText(String text) {
        var read = new StringBuilder();
        try {
            while (read.indexOf(text) < 0) {
                var next = body.read();
                assertThat(next).as("more than " + read).isNotNegative();
                assertThat(read).hasSizeLessThan(MOST);
                read.append((char) next);
            }
        } catch (IOException e) {
            throw new AssertionError("The stream breaks off after " + read, e);
        }
    }

    /** Reads to the end: all that there is or, where the service broke off, what came before. */
    public String rest() {
        var read = new ByteArrayOutputStream();
        try {
            body.transferTo(read);
        } catch (IOException brokenOff) {
            read.writeBytes("broken off".getBytes(UTF_8));
        }
        return read.toString(UTF_8);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
