package dev.claimgraph.api;

import static dev.claimgraph.World.number;
import static dev.claimgraph.api.Http.address;
import static dev.claimgraph.api.Http.code;
import static dev.claimgraph.api.Http.header;
import static dev.claimgraph.api.Http.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.World;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Queries by GET: what they answer may be kept, and is never used again without asking whether it is still so. */
@ClaimgraphTest
class GetTests {

    private static final String ME = "{ me { name } }";
    private static final String VERA = "{\"data\":{\"me\":{\"name\":\"Vera Viewer\"}}}";

    private final int port;
    private final Http http;

    GetTests(@LocalServerPort int port) {
        this.port = port;
        this.http = Http.viewer(port);
    }

    @Test
    void aQueryIsAnsweredAsIfItHadBeenPosted() {
        var answer = http.get(ME);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(VERA);
        assertThat(header(http.get(ME, "Accept", "application/graphql-response+json;q=1"), "Content-Type"))
                .isEqualTo("application/graphql-response+json");
    }

    @Test
    void itsAddressNamesTheOperationAndHasItsVariables() {
        var named = Map.of(
                "query", "query A { me { id } } query B($is: Boolean!) { me { id @skip(if: $is) name } }",
                "operationName", "B",
                "variables", "{\"is\": true}");
        assertThat(http.get(named).body()).isEqualTo(VERA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/graphql-response+json"})
    void aMutationIsNotDone(String type) {
        var key = "by-get-" + System.nanoTime();
        var mutation =
                "mutation { createProduct(input: {key: \"%s\", name: \"X\"}) { product { id } } }".formatted(key);
        var refusal = new Http(port, "admin").get(mutation, "Accept", type);
        assertThat(refusal.statusCode()).isEqualTo(405);
        assertThat(header(refusal, "Allow")).isEqualTo("POST");
        assertThat(header(refusal, "Content-Type")).isEqualTo(type);
        assertThat(code(refusal)).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(sentence(refusal)).isEqualTo("A GET only reads; send this by POST.");
        assertThat(http.get("{ product(key: \"%s\") { id } }".formatted(key)).body())
                .isEqualTo("{\"data\":{\"product\":null}}");
    }

    @Test
    void ofSeveralOperationsTheNamedOneCounts() {
        var document = "query Reads { me { name } } mutation Writes { __typename }";
        assertThat(http.get(Map.of("query", document, "operationName", "Reads")).body())
                .isEqualTo(VERA);
        for (var name : new String[] {"Writes", ""}) {
            var refusal = http.get(Map.of("query", document, "operationName", name));
            assertThat(refusal.statusCode()).isEqualTo(405);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?variables=%7B%7D",
                "?query=%7Bme%7Bname%7D%7D&variables=%7B",
                "?query=%7Bme%7Bname%7D%7D&variables=",
                "?query=%7Bme%7Bname%7D%7D&variables=%5B%5D",
                "?query=%7Bme%7Bname%7D%7D&extensions=1",
                "?query=%7Bme%7Bname%7D%7D&variables=1e99999999999",
                "?query=%7Bme%7Bname%7D%7D&variables=%7B%22a%22:%7B%22b%22:1e99999999999%7D%7D",
                "?query=%ff%fe",
                "?query=%C3%28",
                "?extensions=%7B%22persistedQuery%22%3Anull%7D"
            })
    void anAddressThatIsNoRequestIsToldWhatOneIs(String parameters) {
        var refusal = http.send("GET", "/graphql" + parameters, "");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(code(refusal)).isEqualTo("BAD_REQUEST");
        assertThat(sentence(refusal)).startsWith("The address must have a query");
        assertThat(header(refusal, "Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a==b", "a=b=c", "&&", "a;b", "a=%7B", "a=?/:@!$'()*,"})
    void whatElseStandsInTheAddressIsIgnored(String more) {
        var answer = http.send("GET", address(Map.of("query", ME)) + "&" + more, "");
        assertThat(answer.body()).isEqualTo(VERA);
    }

    @Test
    void whatItMayAskForIsLimitedAsByPost() {
        var deep = "{ claim(key: \"none\") { %s id %s } }".formatted("supersededBy { ".repeat(19), "}".repeat(19));
        assertThat(code(http.get(deep))).isEqualTo("OVER_LIMIT");
        assertThat(Http.json(http.get(deep))
                        .at("/errors/0/extensions/requestId")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void anAddressIsNoLongerThanAFewKilobytes() {
        var refusal = http.get(ME + " ".repeat(10_000));
        assertThat(refusal.statusCode()).isBetween(400, 499);
        assertThat(refusal.body()).doesNotContain("Tomcat", "Exception");
    }

    @Test
    void strangersAreAskedToLogIn() {
        assertThat(new Http(port, "nobody").get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void whoHasTheAnswerAlreadyIsToldThatItIsStillSo() {
        var tag = header(http.get(ME), "ETag");
        assertThat(tag).isNotEmpty();
        var same = http.get(ME, "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(header(same, "ETag")).isEqualTo(tag);
        assertThat(header(same, "Cache-Control")).isEqualTo("no-cache, private");
        assertThat(new Http(port, "owner").get(ME, "If-None-Match", tag).body()).contains("Olivia Owner");
    }

    @Test
    void aStaleClaimIsNeverServedFromACache() {
        var world = new World(new Api(port));
        var query = "{ claim(id: \"%s\") { usable standing } }".formatted(world.sizes);
        var before = http.get(query);
        assertThat(before.body()).contains("\"usable\":true");
        assertThat(header(before, "Cache-Control")).isEqualTo("no-cache, private");
        world.set(world.sync, "max-file-size", number(40, "GB"));
        var after = http.get(query, "If-None-Match", header(before, "ETag"));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("\"usable\":false", "\"standing\":\"BROKEN\"");
    }

    @Test
    void anAnswerIsKeptForOneCallerAndOneTypeOnly() {
        assertThat(header(http.get(ME), "Vary")).contains("Accept", "Authorization", "Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ nothing }", "{ me { name } claim { id } }", "mutation { __typename }", "{"})
    void anErrorIsNeverKept(String query) {
        for (var type : new String[] {"application/json", "application/graphql-response+json"}) {
            var answer = http.get(query, "Accept", type);
            assertThat(answer.body()).contains("\"errors\"");
            assertThat(header(answer, "Cache-Control")).contains("no-store");
            assertThat(header(answer, "ETag")).isEmpty();
        }
    }

    @Test
    void whatIsPostedIsNeverKept() {
        var answer = http.post(Map.of("query", ME));
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "ETag")).isEmpty();
    }

    @Test
    void aHeadIsAGetWithoutItsBody() {
        var get = http.get(ME);
        var head = http.send("HEAD", address(Map.of("query", ME)), "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (var name : new String[] {"ETag", "Cache-Control", "Content-Type", "Content-Length", "Vary"}) {
            assertThat(header(head, name)).isNotEmpty().isEqualTo(header(get, name));
        }
        assertThat(http.send("HEAD", address(Map.of("query", "mutation { __typename }")), "")
                        .statusCode())
                .isEqualTo(405);
        assertThat(http.send("HEAD", address(Map.of("query", ME)), "", "If-None-Match", header(get, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }
}
