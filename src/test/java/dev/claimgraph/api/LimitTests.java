package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Contract;
import graphql.parser.Parser;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What one request may ask for: more is refused with a clear error before anything is read. */
@ClaimgraphTest
class LimitTests {

    private static final String PAGES =
            "query($n: Int) { claims(first: $n) { nodes { substantiation { fact { claims(first: $n) { nodes {"
                    + " usages(first: $n) { nodes { id } } } } } } } } }";

    private final HttpClient client = HttpClient.newHttpClient();

    private int port;
    private Api api;

    @BeforeEach
    void anApi(@LocalServerPort int port) {
        this.port = port;
        this.api = new Api(port);
    }

    @Test
    void anOperationNestsAtMostTwentyFields() {
        assertThat(refusal(nested(21)))
                .isEqualTo("The operation nests 21 fields; at most 20 are answered. Ask for less at a time.");
        assertThat(api.raw("viewer", nested(20), Map.of()).has("errors")).isFalse();
    }

    @Test
    void anOperationNamesAtMostFourHundredFields() {
        assertThat(refusal("{ me { %s } }".formatted("id ".repeat(400)))).startsWith("The operation names 401 fields;");
    }

    @Test
    void fragmentsCountAsOftenAsTheyAreSpread() {
        var bomb = IntStream.range(0, 40)
                .mapToObj(i -> "fragment f%d on Query { ...f%d ...f%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining("\n", "{ ...f0 }\n", "\nfragment f40 on Query { me { id } }"));
        assertThat(refusal(bomb)).startsWith("The operation names 2,199,023,255,552 fields;");
    }

    @Test
    void anOperationGivesAtMostFiftyAliases() {
        assertThat(refusal(aliases(51))).startsWith("The operation gives 51 aliases;");
        assertThat(api.raw("viewer", aliases(50), Map.of()).has("errors")).isFalse();
    }

    @Test
    void anOperationUsesAtMostFiftyDirectives() {
        var fields = "id @skip(if: false) ".repeat(51);
        assertThat(refusal("{ me { %s } }".formatted(fields))).startsWith("The operation uses 51 directives;");
    }

    @Test
    void pagesWithinPagesMultiply() {
        assertThat(refusal(PAGES, Map.of("n", 100))).startsWith("The operation may be answered by ");
        assertThat(api.raw("viewer", PAGES, Map.of("n", 10)).has("errors")).isFalse();
    }

    @Test
    void pagesThatNobodySizedCountAsFullOnesOfTheDefaultSize() {
        var pages = "{ products { nodes { features { nodes { facts { nodes { claims { nodes { id } } } } } } } } }";
        assertThat(refusal(pages)).startsWith("The operation may be answered by");
    }

    @Test
    void aDocumentHasAtMostFiveThousandTokens() {
        var answer = api.raw("viewer", "{ me { id %s } }".formatted(", id ".repeat(6_000)), Map.of());
        assertThat(answer.at("/errors/0/message").asString()).contains("5,000");
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void introspectionTakesNoMoreThanToolsNeed() {
        assertThat(refusal("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"))
                .isEqualTo("This introspects more than any tool has to; ask for less at a time.");
    }

    @Test
    void variablesNestAtMostTwentyDeep() {
        Object deep = 1;
        for (var i = 0; i < 30; i++) {
            deep = Map.of("x", deep);
        }
        assertThat(refusal("query($id: ID!) { node(id: $id) { id } }", Map.of("id", "x", "other", deep)))
                .isEqualTo("The variables nest lists and objects more than 20 deep; send flatter ones.");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aBodyHasAtMostAMegabyte(boolean isAnnounced) throws Exception {
        var large = "{\"query\": \"{ me { id } }\", \"extensions\": {\"x\": \"%s\"}}".formatted("x".repeat(1_100_000));
        var answer = post(publisher(large, isAnnounced));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains(
                        "The body is larger than 1,048,576 bytes; ask for less at a time.", "OVER_LIMIT", "requestId");
        assertThat(post(publisher("{\"query\": \"{ me { name } }\"}", isAnnounced))
                        .body())
                .isEqualTo("{\"data\":{\"me\":{\"name\":\"Vera Viewer\"}}}");
    }

    @Test
    void whatIsOverALimitHasAStatusOfItsOwnForThoseWhoReadIt() throws Exception {
        var body = BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Map.of("query", nested(21))));
        assertThat(post(body, "application/graphql-response+json").statusCode()).isEqualTo(400);
        assertThat(post(body, "application/json").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("contract")
    void whatFrontEndsSendIsWithinTheLimits(String operation) {
        var document = Parser.parse(Contract.operation(operation));
        var weight = Weight.of(document, Map.of());
        assertThat(weight.depth()).isLessThanOrEqualTo(15);
        assertThat(weight.complexity()).isLessThanOrEqualTo(10_000);
    }

    private static Stream<String> contract() {
        return Contract.operations().keySet().stream();
    }

    private String refusal(String document) {
        return refusal(document, Map.of());
    }

    private String refusal(String document, Map<String, ?> variables) {
        var error = api.raw("viewer", document, variables).at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("OVER_LIMIT");
        assertThat(error.at("/extensions/requestId").asString()).isNotEmpty();
        return error.get("message").asString();
    }

    private static String nested(int depth) {
        return "{ claim(key: \"none\") { %s id %s } }"
                .formatted("supersededBy { ".repeat(depth - 2), "}".repeat(depth - 2));
    }

    private static String aliases(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "a%d: id".formatted(i))
                .collect(Collectors.joining(" ", "{ me { ", " } }"));
    }

    private static BodyPublisher publisher(String body, boolean isAnnounced) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return isAnnounced
                ? BodyPublishers.ofByteArray(bytes)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    private HttpResponse<String> post(BodyPublisher body) throws Exception {
        return post(body, "application/json");
    }

    private HttpResponse<String> post(BodyPublisher body, String accept) throws Exception {
        var login = Base64.getEncoder().encodeToString("viewer:claimgraph".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/graphql".formatted(port)))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
