package dev.claimgraph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documents and statements beside the sources. */
final class Texts {

    private Texts() {}

    static String of(String file) {
        try {
            return Files.readString(Path.of("bench", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
