package dev.claimgraph.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP/1.1 by plain sockets, which cost the machine that they measure the least. */
record Http(int port) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Http at(int port) {
        return new Http(port);
    }

    Caller as(String account) {
        var login = Base64.getEncoder().encodeToString((account + ":claimgraph").getBytes(StandardCharsets.UTF_8));
        return new Caller(
                port,
                "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Basic %s\r\nContent-Length: "
                        .formatted(login));
    }

    /** One caller on a connection of its own, which is kept for as long as the service keeps it. */
    static final class Caller {

        private final int port;
        private final String head;
        private @Nullable Socket connection;
        private InputStream answers = InputStream.nullInputStream();

        private Caller(int port, String head) {
            this.port = port;
            this.head = head;
        }

        /** The answer's text, which has to be without errors. */
        String send(String document, Map<String, ?> variables) {
            try {
                var body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
                var length = body.getBytes(StandardCharsets.UTF_8).length;
                connected().getOutputStream().write((head + length + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
                var status = line();
                var answer = body();
                if (!status.startsWith("HTTP/1.1 200") || answer.contains("\"errors\"")) {
                    throw new IllegalStateException(status + "\n" + answer);
                }
                return answer;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        JsonNode ask(String document, Map<String, ?> variables) {
            return JSON.readTree(send(document, variables)).get("data");
        }

        private Socket connected() throws IOException {
            if (connection == null) {
                connection = new Socket("127.0.0.1", port);
                connection.setTcpNoDelay(true);
                answers = new BufferedInputStream(connection.getInputStream(), 16_384);
            }
            return connection;
        }

        private String body() throws IOException {
            var length = 0;
            var isChunked = false;
            for (var header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
                if (header.equalsIgnoreCase("Connection: close")) {
                    connection = null;
                }
                isChunked |= header.equalsIgnoreCase("Transfer-Encoding: chunked");
            }
            if (!isChunked) {
                return new String(answers.readNBytes(length), StandardCharsets.UTF_8);
            }
            var body = new StringBuilder();
            for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.append(new String(answers.readNBytes(size), StandardCharsets.ISO_8859_1));
                line();
            }
            line();
            return new String(body.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (var next = answers.read(); next != '\n'; next = answers.read()) {
                if (next < 0) {
                    throw new IOException("The service closed the connection.");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
