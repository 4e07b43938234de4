package dev.claimgraph.graph;

import dev.claimgraph.ClaimgraphProcess;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment under a load of writes, the service comes back with all that it acknowledged and nothing half done. */
class CrashTests {

    private static final int KILLS = Integer.getInteger("claimgraph.kills", 2);

    private final Random moments = new Random();

    @TempDir
    private Path temp;

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        Writers writers = null;
        for (var kill = 0; kill < KILLS; kill++) {
            try (var claimgraph = ClaimgraphProcess.start(temp)) {
                var api = Writers.api(claimgraph);
                if (writers == null) {
                    writers = new Writers(api);
                } else {
                    writers.check(api);
                }
                var enough = writers.acknowledged() + 20 + moments.nextInt(100);
                var writing = writers.start(api);
                writers.awaitAcknowledged(enough);
                claimgraph.kill();
                writers.stop(writing);
            }
        }
        try (var claimgraph = ClaimgraphProcess.start(temp)) {
            writers.check(Writers.api(claimgraph));
            claimgraph.stop();
            claimgraph.exitCode();
        }
        Writers.assertLogIsWhole(temp.resolve("data"));
    }
}
