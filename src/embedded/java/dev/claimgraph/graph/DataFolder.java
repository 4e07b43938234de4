package dev.claimgraph.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The folder that holds the embedded graph, held by one process at a time. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static DataFolder hold(Path folder) {
        return hold(folder, DataSize.ofBytes(0));
    }

    /** @param reserve what has to be left on its disk */
    static DataFolder hold(Path folder, DataSize reserve) {
        Path path = folder.toAbsolutePath().normalize();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new GraphUnavailable(
                    "The data folder %s is not a folder: choose another with claimgraph.data-dir.".formatted(path));
        }
        if (room(path) < reserve.toBytes()) {
            throw new GraphUnavailable(
                    "The disk of the data folder %s has %d MB left, and the graph takes %d MB to work: make room, or choose another folder with claimgraph.data-dir."
                            .formatted(path, room(path) >> 20, reserve.toMegabytes()));
        }
        FileChannel lockFile = openLockFile(path);
        if (tryLock(lockFile) == null) {
            throw new GraphUnavailable(
                    "The data folder %s is in use by another process: stop that process, or choose another folder with claimgraph.data-dir."
                            .formatted(path));
        }
        return new DataFolder(path, lockFile);
    }

    Path path() {
        return path;
    }

    /** How many bytes are left on its disk. */
    long room() {
        return room(path);
    }

    private static long room(Path path) {
        var parent = path.getParent();
        return parent == null || Files.exists(path) ? path.toFile().getUsableSpace() : room(parent);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel openLockFile(Path path) {
        try {
            Files.createDirectories(path);
            return FileChannel.open(
                    path.resolve("claimgraph.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new GraphUnavailable(
                    "The data folder %s cannot be written to: grant this user write access, or choose another folder with claimgraph.data-dir."
                            .formatted(path),
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
