package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocketHandshakeException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets in by a socket: whoever the handshake or the first message says, from pages of this site and of sites that may ask. */
@SubscriptionTest
class SocketLoginTests {

    private final int port;

    SocketLoginTests(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void aPageLogsInByItsFirstMessage() {
        try (var client = SocketClient.open(port)) {
            client.init(Map.of("authorization", SocketClient.basic("marketer"))).subscribe("a", "{ me { name } }");
            assertThat(client.told()).contains("Max Marketer");
        }
    }

    @Test
    void theFirstMessageCountsMoreThanTheHandshake() {
        try (var client = SocketClient.open(port, "viewer")) {
            client.init(Map.of("authorization", SocketClient.basic("marketer"))).subscribe("a", "{ me { name } }");
            assertThat(client.told()).contains("Max Marketer");
        }
    }

    @Test
    void nobodyIsAnsweredNothing() {
        try (var client = SocketClient.open(port)) {
            client.send(Map.of("type", "connection_init"));
            assertThat(client.end())
                    .isEqualTo("4403 Forbidden: log in, or send connection_init with an authorization.");
        }
        try (var client = SocketClient.open(port)) {
            assertThat(client.subscribe("a", "{ __typename }").end()).isEqualTo("4401 Unauthorized");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic dmlld2VyOndyb25n", "Basic !", "Basic dmlld2Vy", "Bearer nonsense", "nonsense", "Bearer "})
    void credentialsThatAreNotGoodAreRefused(String authorization) {
        try (var client = SocketClient.open(port, "viewer")) {
            client.send(Map.of("type", "connection_init", "payload", Map.of("authorization", authorization)));
            assertThat(client.end()).isEqualTo("4403 Forbidden: this login or token is not taken. Get a new one.");
        }
    }

    @Test
    void aHandshakeWithWrongCredentialsIsRefused() {
        assertRefused(401, "Authorization", "Basic " + Base64.getEncoder().encodeToString("viewer:wrong".getBytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example.com", "null", "http://127.0.0.1:1", "https://app.example.com:8443"})
    void noPageOfAnotherSiteOpensASocket(String origin) {
        assertRefused(403, "Authorization", SocketClient.basic("viewer"), "Origin", origin);
    }

    @Test
    void aPageOfThisSiteDoes() {
        var origin = "http://127.0.0.1:" + port;
        try (var client = SocketClient.open(port, "Authorization", SocketClient.basic("viewer"), "Origin", origin)) {
            client.init(Map.of());
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 4403", "true, connection_ack"})
    void aSiteThatMayAskSendsItsOwnCredentials(boolean sends, String told) {
        var login = SocketClient.basic("viewer");
        try (var client = SocketClient.open(port, "Authorization", login, "Origin", "https://app.example.com")) {
            client.send(
                    Map.of("type", "connection_init", "payload", sends ? Map.of("authorization", login) : Map.of()));
            assertThat(sends ? client.told() : client.end()).startsWith(told);
        }
    }

    private void assertRefused(int status, String... headers) {
        assertThatThrownBy(() -> SocketClient.open(port, headers))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(refused -> assertThat(((WebSocketHandshakeException) refused.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(status));
    }
}
