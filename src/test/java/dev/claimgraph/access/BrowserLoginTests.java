package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.TestClock;
import dev.claimgraph.api.SocketClient;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody with a browser is sent to the company's provider, comes back logged in, and stays so until they log out. */
@ProviderTest
class BrowserLoginTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\".*?value=\"([^\"]+)\"");
    private static final String ME = "{\"query\": \"{ me { name roles } }\"}";

    private final OpenIdProvider provider = OpenIdProvider.running();
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final TestClock clock;
    private final URI service;

    BrowserLoginTests(TestClock clock, @LocalServerPort int port) {
        this.clock = clock;
        service = URI.create("http://127.0.0.1:" + port);
    }

    @Test
    void aPageAsksForALoginAndIsShownAfterIt() throws Exception {
        var page = logIn();
        assertThat(page.uri().getPath()).isEqualTo("/graphiql");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(ask("GraphQL-Preflight", "1").body()).contains("Olivia Rivera", "PRODUCT_OWNER");
    }

    @Test
    void aCookieAloneIsNotEnoughToAsk() throws Exception {
        logIn();
        assertThat(ask("Authorization", "Basic eDp4").statusCode()).isEqualTo(403);
        var refused = ask("X-Other", "1");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("FORBIDDEN", "GraphQL-Preflight");
    }

    @Test
    void theSessionsCookieIsForThisServiceAlone() throws Exception {
        var response = browser.send(
                HttpRequest.newBuilder(service.resolve("/oauth2/authorization/company"))
                        .build(),
                BodyHandlers.discarding());
        var first = response.previousResponse().orElseThrow();
        while (first.previousResponse().isPresent()) {
            first = first.previousResponse().orElseThrow();
        }
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void whoLogsOutIsNobody() throws Exception {
        logIn();
        var out = HttpRequest.newBuilder(service.resolve("/logout"))
                .header("GraphQL-Preflight", "1")
                .POST(BodyPublishers.noBody());
        assertThat(browser.send(out.build(), BodyHandlers.discarding()).uri().getPort())
                .isEqualTo(URI.create(provider.issuer()).getPort());
        assertThat(ask("GraphQL-Preflight", "1").body()).contains("UNAUTHENTICATED");
    }

    @Test
    void aSessionEndsAfterAWorkingDay() throws Exception {
        logIn();
        clock.advance(Duration.ofHours(11));
        assertThat(ask("GraphQL-Preflight", "1").body()).contains("UNAUTHENTICATED");
    }

    @Test
    void aSocketOpenedWithTheSessionEndsAfterAWorkingDayToo() throws Exception {
        logIn();
        try (var socket = SocketClient.open(service.getPort(), "Cookie", session())) {
            socket.init(Map.of()).subscribe("a", "{ me { name } }");
            assertThat(socket.told()).contains("Olivia Rivera");
            clock.advance(Duration.ofHours(11));
            assertThat(socket.end()).startsWith("4401 ");
        }
    }

    @Test
    void aLoginThatDidNotStartHereIsRefused() throws Exception {
        var back = service.resolve("/login/oauth2/code/company?code=stolen&state=unknown");
        var refused = browser.send(HttpRequest.newBuilder(back).build(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("UNAUTHENTICATED");
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("claimgraph-session"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> logIn() throws IOException, InterruptedException {
        var form = browser.send(
                HttpRequest.newBuilder(service.resolve("/graphiql"))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
        var token = TOKEN.matcher(form.body());
        assertThat(token.find()).as(form.body()).isTrue();
        var filledIn = "username=olivia&password=%s&_csrf=%s"
                .formatted(OpenIdProvider.SECRET, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        return browser.send(
                HttpRequest.newBuilder(URI.create(provider.issuer()).resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(filledIn))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String header, String value) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(service.resolve("/graphql"))
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .POST(BodyPublishers.ofString(ME))
                        .build(),
                BodyHandlers.ofString());
    }
}
