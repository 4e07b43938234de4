package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.ClaimgraphProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up is said clearly, spoils nothing, and costs nothing that was acknowledged. */
class FullDiskTests {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int RESERVE = 32;

    @TempDir
    private Path temp;

    private Path disk;
    private Path data;
    private @Nullable Mount mount;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = temp.resolve("disk");
        data = disk.resolve("data");
        mount = Mount.ofDisk(disk, 128);
    }

    @AfterEach
    void unmountIt() throws Exception {
        if (mount != null) {
            mount.close();
        }
    }

    @Test
    void refusesToWriteWhileThereIsLittleRoomAndGoesOnReading() throws Exception {
        try (var claimgraph = start(RESERVE)) {
            var api = Writers.api(claimgraph);
            var writers = new Writers(api);
            var writing = writers.start(api);
            writers.awaitAcknowledged(50);

            fillUpTo(RESERVE / 2);
            await().atMost(SOON).until(() -> writers.refused() > 100);
            assertThat(writers.errors())
                    .containsOnly(
                            "UNAVAILABLE: Nothing can be written at the moment, as the graph's disk is full or kept"
                                    + " from writes; reading goes on. Try again later.");
            assertThat(api.ask("viewer", "{ products { totalCount } }", Map.of())
                            .at("/products/totalCount")
                            .asInt())
                    .isPositive();
            assertThat(claimgraph.get("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(claimgraph.out())
                    .containsOnlyOnce("nothing is written until it has more than 32 MB")
                    .doesNotContain("Exception");

            var refused = writers.acknowledged();
            makeRoom();
            writers.awaitAcknowledged(refused + 50);
            writers.stop(writing);
            writers.check(api);
            claimgraph.stop();
            claimgraph.exitCode();
        }
        Writers.assertLogIsWhole(data);
    }

    @Test
    void endsWithASentenceWhereNothingCanBeWrittenAndComesBackWithAll() throws Exception {
        Writers writers;
        try (var claimgraph = start(0)) {
            var api = Writers.api(claimgraph);
            writers = new Writers(api);
            var writing = writers.start(api);
            writers.awaitAcknowledged(50);

            fillUpTo(0);
            assertThat(claimgraph.exitCode()).isEqualTo(1);
            writers.stop(writing);
            assertThat(claimgraph.out())
                    .contains("The graph in the data folder " + data + " cannot be written to, so the service ends");
        }
        makeRoom();
        try (var claimgraph = start(RESERVE)) {
            var api = Writers.api(claimgraph);
            writers.check(api);
            claimgraph.stop();
            claimgraph.exitCode();
        }
        Writers.assertLogIsWhole(data);
    }

    @Test
    void doesNotStartWithoutRoom() throws Exception {
        fillUpTo(RESERVE / 2);
        try (var claimgraph = start(RESERVE)) {
            assertThat(claimgraph.exitCode()).isNotZero();
            assertThat(claimgraph.out() + claimgraph.err())
                    .contains("The disk of the data folder " + data
                            + " has 16 MB left, and the graph takes 32 MB to work:"
                            + " make room, or choose another folder with claimgraph.data-dir.");
        }
    }

    private ClaimgraphProcess start(int reserve) throws IOException, InterruptedException {
        return ClaimgraphProcess.start(
                temp, "--claimgraph.data-dir=" + data, "--claimgraph.disk-reserve=" + reserve + "MB");
    }

    private void fillUpTo(int megabytesLeft) throws IOException {
        var bytes = new byte[1 << 16];
        try (var filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (disk.toFile().getUsableSpace() > (long) megabytesLeft << 20) {
                filler.write(bytes);
            }
        } catch (IOException full) {
            assertThat(megabytesLeft).isZero();
        }
    }

    private void makeRoom() throws IOException {
        Files.delete(disk.resolve("filler"));
    }
}
