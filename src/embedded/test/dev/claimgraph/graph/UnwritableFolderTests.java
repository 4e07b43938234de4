package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder that cannot be written to, in whole or in part, is told in one sentence and left as it is. */
class UnwritableFolderTests {

    @TempDir
    private Path temp;

    @Test
    void aNewFolderIsRefused() throws Exception {
        var folder = Files.createDirectory(temp.resolve("data"));
        try (var _ = Mount.readOnly(folder)) {
            assertIsRefused(folder, folder);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claimgraph.lock",
                "databases",
                "databases/neo4j/neostore.nodestore.db",
                "transactions/neo4j",
            })
    void aFolderWithAPartThatIsNotWritableIsRefused(String part) throws Exception {
        start(temp);
        try (var _ = Mount.readOnly(temp.resolve(part))) {
            assertIsRefused(temp, temp.resolve(part));
        }
        start(temp);
    }

    private static void assertIsRefused(Path folder, Path part) {
        assertThatExceptionOfType(GraphUnavailable.class)
                .isThrownBy(() -> start(folder))
                .withMessage(
                        "The data folder %s cannot be written to: grant this user write access to it and all that is"
                                + " in it, such as %s, or choose another folder with claimgraph.data-dir.",
                        folder, part);
    }

    private static void start(Path path) {
        try (var folder = DataFolder.hold(path);
                var neo4j = EmbeddedNeo4j.start(folder)) {
            neo4j.getUri();
        }
    }
}
