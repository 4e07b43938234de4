package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** graphql-transport-ws at /graphql, as the npm library graphql-ws speaks it, with every code by which its protocol closes. */
@SubscriptionTest
class WebSocketTests {

    private final int port;
    private final TestSubscriptions published;

    WebSocketTests(@LocalServerPort int port, TestSubscriptions published) {
        this.port = port;
        this.published = published;
    }

    @Test
    void aSubscriptionSendsEachResultAndThenCompletes() {
        try (var client = SocketClient.begin(port)) {
            client.subscribe("a", "subscription { countTo(limit: 2) }");
            assertThat(client.next())
                    .isEqualTo(SocketClient.tree(
                            Map.of("id", "a", "type", "next", "payload", Map.of("data", Map.of("countTo", 1)))));
            assertThat(client.told()).isEqualTo("next {\"data\":{\"countTo\":2}}");
            assertThat(client.next()).isEqualTo(SocketClient.tree(Map.of("id", "a", "type", "complete")));
        }
    }

    @Test
    void queriesAndMutationsAreAnsweredToo() {
        try (var client = SocketClient.begin(port)) {
            client.subscribe("a", "{ me { name } }");
            assertThat(client.told()).isEqualTo("next {\"data\":{\"me\":{\"name\":\"Vera Viewer\"}}}");
            assertThat(client.told()).isEqualTo("complete");
            client.send(Map.of(
                    "id", "a",
                    "type", "subscribe",
                    "payload",
                            Map.of(
                                    "query",
                                    "mutation M { __typename } query Q($is: Boolean!) { me { id @skip(if: $is) name }"
                                            + " }",
                                    "operationName",
                                    "Q",
                                    "variables",
                                    Map.of("is", true))));
            assertThat(client.told()).isEqualTo("next {\"data\":{\"me\":{\"name\":\"Vera Viewer\"}}}");
            assertThat(client.told()).isEqualTo("complete");
            client.subscribe("b", "mutation { __typename }");
            assertThat(client.told()).isEqualTo("next {\"data\":{\"__typename\":\"Mutation\"}}");
        }
    }

    @Test
    void eachResultIsWorkedOutAsItsSubscriber() {
        try (var client = SocketClient.begin(port)) {
            client.subscribe(
                    "a",
                    "subscription { caller(times: 2) { name alternates(first: 1) { totalCount } history { nodes { by {"
                            + " name } } } } }");
            for (var i = 0; i < 2; i++) {
                assertThat(client.told())
                        .startsWith("next ")
                        .contains("\"name\":\"Vera Viewer\",\"alternates\":{\"totalCount\":0}")
                        .contains("\"by\":{\"name\":\"Vera Viewer\"}");
            }
            assertThat(client.told()).isEqualTo("complete");
        }
    }

    @Test
    void manySubscriptionsShareASocket() {
        try (var client = SocketClient.begin(port)) {
            client.subscribe("a", "subscription { published }").subscribe("b", "subscription { published }");
            await().until(() -> published.subscribers() == 2);
            published.publish("News");
            var ids = List.of(client.next(), client.next()).stream()
                    .map(message -> message.get("id").asString())
                    .toList();
            assertThat(ids).containsExactlyInAnyOrder("a", "b");
        }
        await().until(() -> published.subscribers() == 0);
    }

    @Test
    void whoCompletesASubscriptionHearsNoMoreOfIt() {
        try (var client = SocketClient.begin(port)) {
            client.subscribe("a", "subscription { published }");
            await().until(() -> published.subscribers() == 1);
            client.send(Map.of("id", "a", "type", "complete")).send(Map.of("id", "unknown", "type", "complete"));
            await().until(() -> published.subscribers() == 0);
            client.subscribe("a", "subscription { countTo(limit: 1) }");
            assertThat(client.told()).isEqualTo("next {\"data\":{\"countTo\":1}}");
        }
    }

    @Test
    void whoGoesAwayIsSubscribedNoMore() {
        var client = SocketClient.begin(port).subscribe("a", "subscription { published }");
        await().until(() -> published.subscribers() == 1);
        client.vanish();
        await().until(() -> published.subscribers() == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | BAD_REQUEST",
                "{ nothing } | BAD_REQUEST",
                "query A { __typename } query B { __typename } | BAD_REQUEST",
                "subscription { countTo(limit: 1) published } | BAD_REQUEST",
                "subscription { forgotten } | FORBIDDEN",
                "subscription { publishedForMarketers } | FORBIDDEN",
                "subscription { countTo(limit: \"x\") } | BAD_REQUEST"
            })
    void whatHasNoDataIsAnError(String query, String code) {
        try (var client = SocketClient.begin(port)) {
            client.subscribe("a", query);
            var message = client.next();
            assertThat(message.get("id").asString()).isEqualTo("a");
            assertThat(message.get("type").asString()).isEqualTo("error");
            assertThat(message.at("/payload/0/extensions/code").asString()).isEqualTo(code);
            client.subscribe("a", "{ me { name } }");
            assertThat(client.told()).startsWith("next ");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, FORBIDDEN", "false, INTERNAL"})
    void aSubscriptionThatFailsEndsWithAnErrorAndTheSocketStays(boolean forbidden, String code) {
        try (var client = SocketClient.begin(port)) {
            client.subscribe("a", "subscription { failing(forbidden: %s) }".formatted(forbidden));
            assertThat(client.told()).isEqualTo("next {\"data\":{\"failing\":1}}");
            var message = client.next();
            assertThat(message.get("type").asString()).isEqualTo("error");
            assertThat(message.at("/payload/0/extensions/code").asString()).isEqualTo(code);
            assertThat(message.toString()).doesNotContain("Secret");
            client.subscribe("a", "{ me { name } }");
            assertThat(client.told()).startsWith("next ");
        }
    }

    @Test
    void aPingIsAnsweredAndAPongIsTaken() {
        try (var client = SocketClient.open(port, "viewer")) {
            client.send(Map.of("type", "pong")).send(Map.of("type", "ping", "payload", Map.of("any", 1)));
            assertThat(client.told()).isEqualTo("pong");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | A message is JSON; this cannot be read.",
                "'' | A message is a JSON object with a type.",
                "[] | A message is a JSON object with a type.",
                "{\"type\": 1} | A message is a JSON object with a type.",
                "{\"type\": \"start\"} | A client sends no message of the type start.",
                "{\"type\": \"next\", \"id\": \"a\"} | A client sends no message of the type next.",
                "{\"type\": \"connection_init\", \"payload\": 1} | The payload of a message is a JSON object.",
                "{\"type\": \"subscribe\", \"payload\": {\"query\": \"{ me { id } }\"}} | A message of the type"
                        + " subscribe has an id, which is text.",
                "{\"type\": \"subscribe\", \"id\": \"\", \"payload\": {}} | A message of the type subscribe has an id,"
                        + " which is text.",
                "{\"type\": \"subscribe\", \"id\": \"a\"} | A message of the type subscribe has a payload.",
                "{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": {}} | The payload of subscribe has a query;"
                        + " variables and extensions are JSON objects.",
                "{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": {\"query\": 1}} | The payload of subscribe has"
                        + " a query; variables and extensions are JSON objects.",
                "{\"type\": \"complete\"} | A message of the type complete has an id, which is text."
            })
    void whatIsNoMessageClosesTheSocketAndSaysWhy(String text, String reason) {
        try (var client = SocketClient.begin(port)) {
            client.send(text);
            assertThat(client.end()).isEqualTo("4400 " + reason);
        }
    }

    @Test
    void bytesAreNoMessage() {
        try (var client = SocketClient.begin(port)) {
            assertThat(client.sendBytes().end()).isEqualTo("4400 A message is JSON, sent as text.");
        }
    }

    @Test
    void aReasonFitsHoweverLongTheMessage() {
        try (var client = SocketClient.begin(port)) {
            client.send(Map.of("type", "ä".repeat(200)));
            assertThat(client.end()).startsWith("4400 A client sends no message of the type äää");
        }
    }

    @Test
    void nothingIsSubscribedToBeforeTheSocketIsAcknowledged() {
        try (var client = SocketClient.open(port, "viewer")) {
            assertThat(client.subscribe("a", "{ me { name } }").end()).isEqualTo("4401 Unauthorized");
        }
    }

    @Test
    void whoSaysNothingIsNotWaitedForLong() {
        try (var client = SocketClient.open(port, "viewer")) {
            assertThat(client.end()).isEqualTo("4408 Connection initialisation timeout");
        }
    }

    @Test
    void anIdIsTakenWhileItsOperationRuns() {
        try (var client = SocketClient.begin(port)) {
            client.subscribe("a", "subscription { published }").subscribe("a", "{ me { name } }");
            assertThat(client.end()).isEqualTo("4409 Subscriber for a already exists");
        }
        await().until(() -> published.subscribers() == 0);
    }

    @Test
    void aSocketBeginsOnce() {
        try (var client = SocketClient.begin(port)) {
            client.send(Map.of("type", "connection_init"));
            assertThat(client.end()).isEqualTo("4429 Too many initialisation requests");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphql-ws", "other"})
    void anotherProtocolIsNotSpoken(String protocol) {
        try (var client = SocketClient.openAs(port, protocol)) {
            assertThat(client.end()).isEqualTo("4406 Subprotocol not acceptable");
        }
    }

    @Test
    void aSocketHasSoManySubscriptionsAtATime() {
        try (var client = SocketClient.begin(port)) {
            for (var id : List.of("a", "b", "c")) {
                client.subscribe(id, "subscription { published }");
            }
            await().until(() -> published.subscribers() == 3);
            client.subscribe("d", "subscription { published }");
            var refused = client.next();
            assertThat(refused.get("type").asString()).isEqualTo("error");
            assertThat(refused.at("/payload/0/extensions/code").asString()).isEqualTo("OVER_LIMIT");
            client.send(Map.of("id", "a", "type", "complete")).subscribe("d", "subscription { countTo(limit: 1) }");
            assertThat(client.told()).isEqualTo("next {\"data\":{\"countTo\":1}}");
        }
        await().until(() -> published.subscribers() == 0);
    }

    @Test
    void aMessageIsAsLargeAsABodyOfHttpAtMost() {
        var message = "{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": {\"query\": \"{ me { name } }\"}}"
                + " ".repeat(900_000);
        try (var client = SocketClient.begin(port)) {
            client.sendInParts(message, 100_000);
            assertThat(client.told()).startsWith("next ");
            assertThat(client.told()).isEqualTo("complete");
            client.sendInParts(message + " ".repeat(200_000), 100_000);
            assertThat(client.end()).startsWith("1009 A message has at most 1,048,576 bytes");
        }
    }

    @Test
    void whoHasNotSaidWhoTheyAreIsHeardForALittleOnly() {
        try (var client = SocketClient.open(port, "viewer")) {
            client.sendInParts(" ".repeat(100_000), 10_000);
            assertThat(client.end()).startsWith("1009 ");
        }
    }

    /** And those that were being opened while there was a place. */
    @Test
    void oneServiceHoldsSoManyConnections() {
        var open = new ArrayList<SocketClient>();
        try {
            assertThatThrownBy(() -> {
                        for (var i = 0; i <= 40; i++) {
                            open.add(SocketClient.open(port, "viewer"));
                        }
                    })
                    .hasCauseInstanceOf(WebSocketHandshakeException.class)
                    .satisfies(refused -> assertThat(((WebSocketHandshakeException) refused.getCause())
                                    .getResponse()
                                    .statusCode())
                            .isEqualTo(503));
            assertThat(open).isNotEmpty();
        } finally {
            open.forEach(SocketClient::close);
        }
        await().ignoreExceptions().untilAsserted(() -> SocketClient.begin(port).close());
    }
}
