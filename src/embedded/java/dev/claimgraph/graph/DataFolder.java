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

    private static final String LOCK = "claimgraph.lock";

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
        var held = new DataFolder(path, lockFile);
        held.refuseUnwritable();
        return held;
    }

    Path path() {
        return path;
    }

    /** Whether it is the file by which the folder is held. */
    boolean isLock(Path file) {
        return file.equals(path.resolve(LOCK));
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

    /** Looks before the graph is opened, which would have written some of it by the time that it fails. */
    private void refuseUnwritable() {
        try (var all = Files.walk(path)) {
            all.filter(file -> !Files.isWritable(file)).findFirst().ifPresent(file -> {
                close();
                throw unwritable(path, file, null);
            });
        } catch (IOException | UncheckedIOException e) {
            close();
            throw unwritable(path, path, e);
        }
    }

    private static FileChannel openLockFile(Path path) {
        var lock = path.resolve(LOCK);
        try {
            Files.createDirectories(path);
            return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(path, Files.exists(lock) ? lock : path, e);
        }
    }

    private static GraphUnavailable unwritable(Path path, Path file, @Nullable Exception cause) {
        return new GraphUnavailable(
                "The data folder %s cannot be written to: grant this user write access to it and all that is in it, such as %s, or choose another folder with claimgraph.data-dir."
                        .formatted(path, file),
                cause);
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
