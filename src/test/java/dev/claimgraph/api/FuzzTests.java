package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ten thousand requests that mean nothing: none of them breaks anything, and none learns of our insides. */
@ClaimgraphTest
class FuzzTests {

    private static final int REQUESTS = 10_000;
    private static final Pattern INSIDES =
            Pattern.compile("Exception|\\bat [a-z]+\\.|(java|org|dev|graphql|tools)\\.[a-z]+\\.|MATCH \\(|Neo\\.");

    private final Http http;
    private final Nonsense nonsense = new Nonsense();

    FuzzTests(@LocalServerPort int port) {
        this.http = new Http(port, "admin");
    }

    @Test
    void nothingThatIsSentBreaksTheService() {
        var statuses = new HashMap<Integer, Integer>();
        for (var i = 0; i < REQUESTS; i++) {
            var body = nonsense.next();
            var answer = http.post(body);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            assertHarmless(answer, text(body));
        }
        assertThat(statuses).containsKeys(200, 400);
        assertThat(http.post("{\"query\": \"{ me { name } }\"}").body())
                .isEqualTo("{\"data\":{\"me\":{\"name\":\"Ada Admin\"}}}");
    }

    @Test
    void norDoesAnyAddress() {
        for (var i = 0; i < REQUESTS / 10; i++) {
            var query = i % 2 == 0 ? "{ me { name } }" : text(nonsense.next());
            var parameters = Map.of("query", query, "variables", text(nonsense.next()));
            assertHarmless(http.get(parameters), parameters.toString());
        }
    }

    private static void assertHarmless(HttpResponse<String> answer, String sent) {
        assertThat(answer.statusCode()).as("%s%n%s", sent, answer.body()).isBetween(200, 499);
        assertThat(insides(answer.body())).as("%s%n%s", sent, answer.body()).isFalse();
    }

    /** What a caller sent may come back to it; what we are made of may not. */
    private static boolean insides(String answer) {
        return INSIDES.matcher(answer).find() || answer.contains("\"INTERNAL\"");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
