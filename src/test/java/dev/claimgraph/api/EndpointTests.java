package dev.claimgraph.api;

import static dev.claimgraph.api.Http.code;
import static dev.claimgraph.api.Http.header;
import static dev.claimgraph.api.Http.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What HTTP has a word in at /graphql: types, methods and statuses. */
@ClaimgraphTest
class EndpointTests {

    private static final String ME = "{\"query\": \"{ me { name } }\"}";

    private final Http http;

    EndpointTests(@LocalServerPort int port) {
        this.http = Http.viewer(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/* | application/json",
                "application/json;charset=utf-8 | application/json",
                "application/graphql-response+json;charset=utf-8 | application/graphql-response+json",
                "application/*+json | application/graphql-response+json",
                "application/graphql-response+json, application/json;q=0.9 | application/graphql-response+json",
                "application/json;q=0.9, application/graphql-response+json | application/graphql-response+json",
                "application/graphql-response+json;q=0.8, application/json;q=0.9 | application/json",
                "application/json;q=0, */* | application/graphql-response+json",
                "text/html, */*;q=0.1 | application/json"
            })
    void anAnswerHasTheTypeThatItsCallerLikesBest(String accept, String type) {
        var answer = http.post(ME, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"data\":{\"me\":{\"name\":\"Vera Viewer\"}}}");
        assertThat(header(answer, "Content-Type")).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/json;q=0", "json", ";"})
    void whoTakesNoneOfOurTypesHearsWhichThereAre(String accept) {
        var refusal = http.post(ME, "Accept", accept);
        assertThat(refusal.statusCode()).isEqualTo(406);
        assertThat(header(refusal, "Content-Type")).isEqualTo("application/json");
        assertThat(sentence(refusal))
                .isEqualTo("Answers are application/graphql-response+json, application/json or text/event-stream;"
                        + " accept one of them.");
        assertThat(code(refusal)).isEqualTo("BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/graphql",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "text/plain; application/json",
                "application/json; charset=utf-7",
                "json"
            })
    void aBodyThatIsNotAnnouncedAsJsonIsRefused(String type) {
        var refusal = http.post(ME, "Content-Type", type, "Accept", "application/graphql-response+json");
        assertThat(refusal.statusCode()).isEqualTo(415);
        assertThat(header(refusal, "Content-Type")).isEqualTo("application/graphql-response+json");
        assertThat(header(refusal, "Accept")).isEqualTo("application/json");
        assertThat(sentence(refusal))
                .isEqualTo("The body must be JSON in UTF-8; send it with the header Content-Type: application/json.");
        assertThat(code(refusal)).isEqualTo("BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*"})
    void aBodyOfNoCertainTypeIsRefused(String type) {
        var refusal = http.post(ME, "Content-Type", type);
        assertThat(refusal.statusCode()).isEqualTo(415);
        assertThat(code(refusal)).isEqualTo("BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void anotherMethodIsToldWhichThereAre(String method) {
        var refusal = http.send(method, "/graphql", ME);
        assertThat(refusal.statusCode()).isEqualTo(405);
        assertThat(header(refusal, "Allow").split(",")).containsExactlyInAnyOrder("GET", "HEAD", "POST");
        assertThat(sentence(refusal)).isEqualTo("Send this by POST or, where it only reads, by GET.");
        assertThat(code(refusal)).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "1e99999999999",
                "{\"query\": 0}",
                "{\"query\": 1e99999999999}",
                "{\"query\": \"{ me { id } }\", \"variables\": {\"a\": {\"b\": 1e99999999999}}}",
                "{\"query\": {}}",
                "{\"query\": \"{ me { id } }\", \"variables\": []}",
                "{\"query\": \"{ me { id } }\", \"operationName\": true}",
                "[{\"query\": \"{ me { id } }\"}]"
            })
    void aBodyThatIsNoRequestIsToldWhatOneIs(String body) {
        var refusal = http.post(body, "Accept", "text/html, */*;q=0.8");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(header(refusal, "Content-Type")).isEqualTo("application/json");
        assertThat(sentence(refusal)).isEqualTo("The body must be a JSON object with a query.");
        assertThat(code(refusal)).isEqualTo("BAD_REQUEST");
    }

    @Test
    void whatStandsInTheAddressOfAPostIsIgnored() {
        var answer = http.send("POST", "/graphql?query=a==b", ME, "Content-Type", "application/json");
        assertThat(answer.body()).isEqualTo("{\"data\":{\"me\":{\"name\":\"Vera Viewer\"}}}");
    }
}
