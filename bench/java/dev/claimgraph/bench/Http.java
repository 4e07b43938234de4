package dev.claimgraph.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP, as one connection a thread. */
record Http(int port) {

    private static final JsonMapper JSON = JsonMapper.shared();

    Connection connect(String account) {
        return new Connection(port, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), account);
    }

    /** One connection that is kept. */
    record Connection(int port, HttpClient client, String account) {

        /** The answer's text, which has to be without errors. */
        String send(String document, Map<String, ?> variables) {
            var login = Base64.getEncoder().encodeToString((account + ":claimgraph").getBytes());
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/graphql".formatted(port)))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Basic " + login)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            JSON.writeValueAsString(Map.of("query", document, "variables", variables))))
                    .build();
            try {
                var answer = client.send(request, BodyHandlers.ofString()).body();
                if (answer.contains("\"errors\"")) {
                    throw new IllegalStateException(answer);
                }
                return answer;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        JsonNode ask(String document, Map<String, ?> variables) {
            return JSON.readTree(send(document, variables)).get("data");
        }
    }
}
