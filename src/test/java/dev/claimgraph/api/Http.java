package dev.claimgraph.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** /graphql as an account's HTTP client sees it, for what {@link dev.claimgraph.Api} leaves out: statuses, headers and types. */
record Http(int port, String account) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Http viewer(int port) {
        return new Http(port, "viewer");
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(Map<String, String> parameters, String... headers) {
        return send("GET", address(parameters), "", headers);
    }

    HttpResponse<String> get(String query, String... headers) {
        return get(Map.of("query", query), headers);
    }

    HttpResponse<String> post(Map<String, ?> request, String... headers) {
        return post(JsonMapper.shared().writeValueAsString(request), headers);
    }

    HttpResponse<String> post(String body, String... headers) {
        return post(body.getBytes(UTF_8), headers);
    }

    HttpResponse<String> post(byte[] body, String... headers) {
        var isTyped = String.join(" ", headers).contains("Content-Type");
        var request = request("/graphql", headers).POST(BodyPublishers.ofByteArray(body));
        return send(isTyped ? request : request.header("Content-Type", "application/json"));
    }

    HttpResponse<String> send(String method, String address, String body, String... headers) {
        return send(request(address, headers).method(method, BodyPublishers.ofString(body)));
    }

    static String address(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&", "/graphql?", ""));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The one sentence that a refusal consists of, beside its code. */
    static String sentence(HttpResponse<String> refusal) {
        return json(refusal).at("/errors/0/message").asString();
    }

    static String code(HttpResponse<String> refusal) {
        return json(refusal).at("/errors/0/extensions/code").asString();
    }

    static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private HttpRequest.Builder request(String address, String... headers) {
        var login = Base64.getEncoder().encodeToString((account + ":claimgraph").getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Authorization", "Basic " + login);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
