package dev.claimgraph.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP by the JDK's plain client, which costs the machine that it measures the least. */
record Http(URI endpoint) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static {
        System.setProperty("http.maxConnections", "64");
    }

    static Http at(int port) {
        return new Http(URI.create("http://127.0.0.1:%d/graphql".formatted(port)));
    }

    Caller as(String account) {
        var login = account + ":claimgraph";
        return new Caller(
                endpoint, "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    /** One caller, whose connection is kept. */
    record Caller(URI endpoint, String authorization) {

        /** The answer's text, which has to be without errors. */
        String send(String document, Map<String, ?> variables) {
            try {
                var connection = (HttpURLConnection) endpoint.toURL().openConnection();
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                connection.setRequestProperty("Authorization", authorization);
                try (var body = connection.getOutputStream()) {
                    body.write(JSON.writeValueAsBytes(Map.of("query", document, "variables", variables)));
                }
                try (var body = connection.getInputStream()) {
                    var answer = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    if (answer.contains("\"errors\"")) {
                        throw new IllegalStateException(answer);
                    }
                    return answer;
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        JsonNode ask(String document, Map<String, ?> variables) {
            return JSON.readTree(send(document, variables)).get("data");
        }
    }
}
