package dev.claimgraph.exchange;

import dev.claimgraph.exchange.Exports.Written;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/** Exports everything from the command line: {@code export FILE}. Whoever can open the graph may. */
@Component
class ExportCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final String NAME = "export";
    private static final int BROKEN_OFF = 1;
    private static final int REFUSED = 2;

    private final Exports exports;
    private int exitCode;

    ExportCommand(Exports exports) {
        this.exports = exports;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var words = arguments.getNonOptionArgs();
        if (!words.isEmpty() && words.getFirst().equals(NAME)) {
            exitCode = run(Path.of(words.getLast()), System.out, System.err);
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    /** The file has its name only once all of it is written. */
    private int run(Path file, PrintStream out, PrintStream err) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createFile(part);
        } catch (IOException failed) {
            err.printf(
                    "%s cannot be written: is there no %s in its folder, and may you write there?%n",
                    file, part.getFileName());
            return REFUSED;
        }
        try {
            if (exports.isEmpty()) {
                err.println(
                        "There is nothing to export in this graph: name another data folder with --claimgraph.data-dir,"
                                + " or a Neo4j with --spring.neo4j.uri.");
                return REFUSED;
            }
            var written = write(part, out);
            Files.move(part, file);
            out.printf("Wrote %,d rows to %s: all that there was at %s.%n", written.rows(), file, written.asOf());
            return 0;
        } catch (IOException failed) {
            err.printf("%s cannot be written: %s%n", file, failed.getMessage());
            return REFUSED;
        } catch (RuntimeException failure) {
            err.printf("The export broke off, and %s was not written: %s%n", file, BrokenOff.why(failure));
            return BROKEN_OFF;
        } finally {
            part.toFile().delete();
        }
    }

    private Written write(Path part, PrintStream out) throws IOException {
        try (var progress = ProgressBar.of(exports.size(), out);
                var writer = Files.newBufferedWriter(part)) {
            return exports.run(writer, progress::show);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
