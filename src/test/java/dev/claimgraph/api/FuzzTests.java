package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ten thousand requests that mean nothing: none of them breaks anything, and none learns of our insides. */
@ClaimgraphTest
class FuzzTests {

    private static final int REQUESTS = 10_000;
    private static final Pattern INSIDES =
            Pattern.compile("Exception|\\bat [a-z]+\\.|(java|org|dev|graphql|tools)\\.[a-z]+\\.|MATCH \\(|Neo\\.");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Nonsense nonsense = new Nonsense();
    private final int port;

    FuzzTests(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void nothingThatIsSentBreaksTheService() throws Exception {
        var statuses = new HashMap<Integer, Integer>();
        for (var i = 0; i < REQUESTS; i++) {
            var body = nonsense.next();
            var answer = post(body);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            assertThat(answer.statusCode())
                    .as("%s%n%s", text(body), answer.body())
                    .isBetween(200, 499);
            assertThat(insides(answer.body()))
                    .as("%s%n%s", text(body), answer.body())
                    .isFalse();
        }
        assertThat(statuses).containsKeys(200, 400);
        assertThat(post("{\"query\": \"{ me { name } }\"}".getBytes(StandardCharsets.UTF_8))
                        .body())
                .isEqualTo("{\"data\":{\"me\":{\"name\":\"Ada Admin\"}}}");
    }

    /** What a caller sent may come back to it; what we are made of may not. */
    private static boolean insides(String answer) {
        return INSIDES.matcher(answer).find() || answer.contains("\"INTERNAL\"");
    }

    private HttpResponse<String> post(byte[] body) throws Exception {
        var login = Base64.getEncoder().encodeToString("admin:claimgraph".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/graphql".formatted(port)))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
