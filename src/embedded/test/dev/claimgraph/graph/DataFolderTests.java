package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder is there, writable, and held by one service at a time. */
class DataFolderTests {

    @TempDir
    private Path temp;

    @Test
    void isMadeWhereThereIsNone() {
        try (var folder = DataFolder.hold(temp.resolve("some/where"))) {
            assertThat(folder.path()).isDirectory();
        }
    }

    @Test
    void isHeldByOneServiceAtATime() {
        try (var _ = DataFolder.hold(temp)) {
            assertThatExceptionOfType(GraphUnavailable.class)
                    .isThrownBy(() -> DataFolder.hold(temp))
                    .withMessageContaining("is in use by another process");
        }
    }

    @Test
    void isFreeAgainOnceLetGo() {
        DataFolder.hold(temp).close();
        DataFolder.hold(temp).close();
    }

    @Test
    void mustBeAFolder() throws IOException {
        var file = Files.createFile(temp.resolve("file"));
        assertThatExceptionOfType(GraphUnavailable.class)
                .isThrownBy(() -> DataFolder.hold(file))
                .withMessageContaining("is not a folder");
    }

    @Test
    void mustBeWritable() throws IOException {
        var file = Files.createFile(temp.resolve("file"));
        assertThatExceptionOfType(GraphUnavailable.class)
                .isThrownBy(() -> DataFolder.hold(file.resolve("inside")))
                .withMessageContaining("cannot be written to");
    }
}
