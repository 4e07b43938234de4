package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service started without any configuration, beside the one of the other tests. */
class DefaultStartTests {

    @TempDir
    private Path temp;

    @Test
    void answersWarnsOfNothingAndStopsWhenTold() throws Exception {
        try (var claimgraph = ClaimgraphProcess.start(temp)) {
            assertThat(claimgraph.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");

            claimgraph.stop();
            assertThat(claimgraph.exitCode()).isEqualTo(143);
            assertThat(claimgraph.out())
                    .doesNotContain("WARN", "ERROR", "Exception")
                    .hasLineCount(1);
            assertThat(claimgraph.err()).isEmpty();
            assertThat(temp).isDirectoryContaining("glob:**/data");
        }
    }
}
