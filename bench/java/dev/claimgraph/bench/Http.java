package dev.claimgraph.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
                var status = post(JSON.writeValueAsBytes(Map.of("query", document, "variables", variables)));
                var answer = body();
                if (!status.startsWith("HTTP/1.1 200") || answer.contains("\"errors\"")) {
                    throw new IllegalStateException(status + "\n" + answer);
                }
                return answer;
            } catch (IOException e) {
                connection = null;
                throw new IllegalStateException(e);
            }
        }

        /** Sends what may be no request at all, and takes whatever is answered. */
        void sendAnyhow(byte[] body) {
            try {
                post(body);
                body();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        JsonNode ask(String document, Map<String, ?> variables) {
            return JSON.readTree(send(document, variables)).get("data");
        }

        /** @return the answer's status line */
        private String post(byte[] body) throws IOException {
            var start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
            var request = Arrays.copyOf(start, start.length + body.length);
            System.arraycopy(body, 0, request, start.length, body.length);
            connected().getOutputStream().write(request);
            return line();
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
