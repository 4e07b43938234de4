package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.ClaimgraphProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service started without any configuration, beside the one of the other tests. */
class DefaultStartTests {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @TempDir
    private Path temp;

    @Test
    void answersWarnsOfNothingAndStopsWhenTold() throws Exception {
        try (var claimgraph = ClaimgraphProcess.start(temp)) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !claimgraph.isAlive()
                            || ADDRESS.matcher(claimgraph.out()).find());
            assertThat(readiness(claimgraph.out())).isEqualTo("{\"status\":\"UP\"}");

            claimgraph.stop();
            assertThat(claimgraph.exitCode()).isEqualTo(143);
            assertThat(claimgraph.out())
                    .doesNotContain("WARN", "ERROR", "Exception")
                    .hasLineCount(1);
            assertThat(claimgraph.err()).isEmpty();
            assertThat(temp).isDirectoryContaining("glob:**/data");
        }
    }

    private static String readiness(String out) throws Exception {
        var address = ADDRESS.matcher(out).results().findFirst().orElseThrow().group();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
