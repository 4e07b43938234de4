package dev.claimgraph.api;

import static dev.claimgraph.api.Http.address;
import static dev.claimgraph.api.Http.code;
import static dev.claimgraph.api.Http.header;
import static dev.claimgraph.api.Http.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** text/event-stream at /graphql, as the npm library graphql-sse reads it in its distinct connections mode. */
@SubscriptionTest
class EventStreamTests {

    private static final String COMPLETE = "event: complete\ndata:\n\n";

    private final int port;
    private final Http http;
    private final TestSubscriptions published;

    EventStreamTests(@LocalServerPort int port, TestSubscriptions published) {
        this.port = port;
        this.http = Http.viewer(port);
        this.published = published;
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aSubscriptionSendsEachResultAndThenCompletes(String method) {
        var query = Map.of("query", "subscription { countTo(limit: 2) }");
        var answer = method.equals("GET")
                ? http.get(query, "Accept", "text/event-stream")
                : http.post(query, "Accept", "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/event-stream");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .isEqualTo(":\n\nevent: next\ndata: {\"data\":{\"countTo\":1}}\n\n"
                        + "event: next\ndata: {\"data\":{\"countTo\":2}}\n\n" + COMPLETE);
    }

    @Test
    void aQueryIsAnsweredByOneResult() {
        var answer = http.get("{ me { name } }", "Accept", "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("event: next\ndata: {\"data\":{\"me\":{\"name\":\"Vera Viewer\"}}}\n\n" + COMPLETE);
        assertThat(http.post(Map.of("query", "mutation { __typename }"), "Accept", "text/event-stream")
                        .body())
                .isEqualTo("event: next\ndata: {\"data\":{\"__typename\":\"Mutation\"}}\n\n" + COMPLETE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | BAD_REQUEST",
                "{ nothing } | BAD_REQUEST",
                "subscription { countTo(limit: 1) published } | BAD_REQUEST",
                "subscription { forgotten } | FORBIDDEN",
                "subscription { publishedForMarketers } | FORBIDDEN"
            })
    void whatIsRefusedIsToldInTheStream(String query, String code) {
        var answer = http.post(Map.of("query", query), "Accept", "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("event: next\ndata: {\"errors\":[")
                .contains("\"code\":\"%s\"".formatted(code))
                .endsWith("\n\n" + COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"true, FORBIDDEN", "false, INTERNAL"})
    void aSubscriptionThatFailsSaysSoAndCompletes(boolean forbidden, String code) {
        var query = Map.of("query", "subscription { failing(forbidden: %s) }".formatted(forbidden));
        assertThat(http.post(query, "Accept", "text/event-stream").body())
                .contains("{\"data\":{\"failing\":1}}", "\"code\":\"%s\"".formatted(code))
                .doesNotContain("Secret")
                .endsWith("\n\n" + COMPLETE);
    }

    @Test
    void aMutationByGetIsNotDone() {
        var refusal = http.get("mutation { __typename }", "Accept", "text/event-stream");
        assertThat(refusal.statusCode()).isEqualTo(405);
        assertThat(header(refusal, "Allow")).isEqualTo("POST");
        assertThat(header(refusal, "Content-Type")).isEqualTo("application/json");
        assertThat(code(refusal)).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void aBodyThatIsNoRequestIsRefusedAsEver() {
        var refusal = http.post("{}", "Accept", "text/event-stream");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(sentence(refusal)).isEqualTo("The body must be a JSON object with a query.");
    }

    @ParameterizedTest
    @CsvSource({"application/json, 200", "application/graphql-response+json, 400"})
    void aSubscriptionIsNotAnsweredAtOnce(String type, int status) {
        var subscription = Map.of("query", "subscription { countTo(limit: 1) }");
        for (var refusal :
                new HttpResponse<?>[] {http.post(subscription, "Accept", type), http.get(subscription, "Accept", type)
                }) {
            assertThat(refusal.statusCode()).isEqualTo(status);
            assertThat(refusal.body().toString())
                    .contains(
                            "BAD_REQUEST",
                            "Subscriptions are answered over WebSocket (graphql-transport-ws) or as"
                                    + " text/event-stream.");
        }
    }

    @Test
    void aStreamIsKeptAliveAndEventsComeAsTheyArePublished() {
        try (var stream = EventStreamClient.open(port, "viewer", "subscription { published }")) {
            await().until(() -> published.subscribers() == 1);
            stream.awaitText(":\n\n:\n\n");
            published.publish("News");
            stream.awaitText("event: next\ndata: {\"data\":{\"published\":\"News\"}}\n\n");
        }
    }

    @Test
    void whoGoesAwayIsSubscribedNoMore() {
        EventStreamClient.open(port, "viewer", "subscription { published }").close();
        await().until(() -> published.subscribers() == 0);
    }

    @Test
    void aStreamIsNoPageThatIsKept() {
        var answer = http.send("GET", address(Map.of("query", "{ me { name } }")), "", "Accept", "text/event-stream");
        assertThat(header(answer, "ETag")).isEmpty();
    }
}
