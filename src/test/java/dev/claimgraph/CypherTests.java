package dev.claimgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All Cypher is constant, so that what is sent reaches the database as parameters only. */
class CypherTests {

    private static final Path BUILT = Path.of("src/test/java/dev/claimgraph/BuiltCypher.java");

    @Test
    void allCypherIsConstant() throws IOException {
        try (var main = Files.walk(Path.of("src/main/java"));
                var embedded = Files.walk(Path.of("src/embedded/java"))) {
            var sources = Stream.concat(main, embedded)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(100);
            assertThat(CypherInspection.notConstant(sources)).isEmpty();
        }
    }

    @Test
    void cypherThatIsPutTogetherFromWhatWasSentIsSeen() throws IOException {
        var lines = Files.readAllLines(BUILT);
        var built = Stream.iterate(1, line -> line <= lines.size(), line -> line + 1)
                .filter(line -> lines.get(line - 1).contains("// built"))
                .map(line -> "BuiltCypher.java:" + line);
        assertThat(CypherInspection.notConstant(List.of(BUILT))).containsExactlyInAnyOrderElementsOf(built.toList());
    }
}
