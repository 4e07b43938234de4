package dev.claimgraph.graph;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of the test's own, or a part of one that is only read; a test is skipped where it may not have one. */
final class Mount implements AutoCloseable {

    private final Path place;

    private Mount(Path place) {
        this.place = place;
    }

    static Mount ofDisk(Path place, int megabytes) throws IOException {
        Files.createDirectories(place);
        assumeTrue(runs("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", place.toString()), "no disk");
        return new Mount(place);
    }

    /** Has a file or a folder only read from now on, whoever asks. */
    static Mount readOnly(Path place) {
        assumeTrue(runs("mount", "--bind", place.toString(), place.toString()), "no mount");
        var mount = new Mount(place);
        assumeTrue(runs("mount", "-o", "remount,bind,ro", place.toString()), "no mount");
        return mount;
    }

    @Override
    public void close() {
        runs("umount", "-l", place.toString());
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
