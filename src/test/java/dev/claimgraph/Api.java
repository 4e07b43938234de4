package dev.claimgraph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a front-end app sees it: GraphQL over HTTP, as one of the local accounts, by a token or as nobody. */
public final class Api {

    /** In place of an account. */
    public static final String NOBODY = "";

    private static final String TOKEN = "Bearer ";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestClient http;
    private final UnaryOperator<String> logins;

    public Api(int port) {
        this(port, UnaryOperator.identity());
    }

    /** @param logins what to give in place of each account */
    public Api(int port, UnaryOperator<String> logins) {
        this.http = RestClient.create("http://127.0.0.1:" + port);
        this.logins = logins;
    }

    /** Sends one of the contract's operations, which has to come through without errors. */
    public JsonNode send(String account, String operation, Map<String, ?> variables) {
        return ask(account, Contract.operation(operation), variables);
    }

    /** Sends a mutation, and gives its payload. */
    public JsonNode send(String account, Input input) {
        return ask(account, input.document(), Map.of("input", input.fields())).get(input.field());
    }

    /** Sends a mutation that has to be done, and gives its payload. */
    public JsonNode done(String account, Input input) {
        var payload = send(account, input);
        if (!payload.get("problems").isEmpty()) {
            throw new AssertionError(input.mutation() + " was refused: " + payload.get("problems"));
        }
        return payload;
    }

    /** Sends a mutation that has to be refused, and gives its problems as code and path: {@code "REQUIRED name"}. */
    public List<String> refused(String account, Input input) {
        var problems = send(account, input).get("problems");
        return StreamSupport.stream(problems.spliterator(), false)
                .map(problem ->
                        (problem.get("code").asString() + " " + String.join(".", texts(problem.get("path")))).strip())
                .toList();
    }

    /** Asks something that has to come through without errors. */
    public JsonNode ask(String account, String document, Map<String, ?> variables) {
        var answer = raw(account, document, variables);
        if (answer.has("errors")) {
            throw new AssertionError("Errors: " + answer.get("errors"));
        }
        return answer.get("data");
    }

    /** The code of the one error that this gives. */
    public String error(String account, String document, Map<String, ?> variables) {
        return raw(account, document, variables).at("/errors/0/extensions/code").asString();
    }

    /** Sends a mutation that this account may not call, and gives who may, as the answer has it. */
    public String forbidden(String account, Input input) {
        var error =
                raw(account, input.document(), Map.of("input", input.fields())).at("/errors/0");
        if (!error.at("/extensions/code").asString().equals("FORBIDDEN")) {
            throw new AssertionError(input.mutation() + " is not forbidden to " + account + ": " + error);
        }
        return error.get("message").asString().replaceFirst("^You may not do this: ", "");
    }

    public JsonNode raw(String account, String document, Map<String, ?> variables) {
        return Objects.requireNonNull(
                exchange(account, document, variables, HttpHeaders.EMPTY).getBody());
    }

    /** The same with what a caller sends and is sent beside the body. */
    public ResponseEntity<JsonNode> exchange(
            String account, String document, Map<String, ?> variables, HttpHeaders more) {
        return http.post()
                .uri("/graphql")
                .headers(headers -> authorize(headers, logins.apply(account)))
                .headers(headers -> headers.putAll(more))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(Map.of("query", document, "variables", variables)))
                .exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
                        .headers(response.getHeaders())
                        .body(JSON.readTree(response.getBody().readAllBytes())));
    }

    /** To give in place of an account. */
    public static String token(String token) {
        return TOKEN + token;
    }

    private static void authorize(HttpHeaders headers, String account) {
        if (account.startsWith(TOKEN)) {
            headers.set(HttpHeaders.AUTHORIZATION, account);
        } else if (!account.equals(NOBODY)) {
            headers.setBasicAuth(account, "claimgraph");
        }
    }

    public static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
