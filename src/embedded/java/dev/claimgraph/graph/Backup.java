package dev.claimgraph.graph;

import dev.claimgraph.shared.Fingerprint;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;

/**
 * Copies the data folder of a service that does not run into a file, and back into an empty folder: {@code backup FILE} and
 * {@code restore FILE}. It is run by itself, without the rest of the service.
 */
final class Backup implements ApplicationRunner, ExitCodeGenerator {

    private static final int BROKEN_OFF = 1;
    private static final int REFUSED = 2;
    private static final int SUM = 32;

    private final Path folder;
    private final String uri;
    private int exitCode;

    Backup(@Value("${claimgraph.data-dir}") Path folder, @Value("${spring.neo4j.uri:}") String uri) {
        this.folder = folder;
        this.uri = uri;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var words = arguments.getNonOptionArgs();
        try {
            if (!uri.isBlank()) {
                throw new Refused("The graph is at %s, not in a data folder: use neo4j-admin database dump and load."
                        .formatted(uri));
            }
            var file = Path.of(words.getLast());
            System.out.println(words.getFirst().equals("backup") ? save(file) : restore(file));
        } catch (Refused | GraphUnavailable refused) {
            System.err.println(refused.getMessage());
            exitCode = REFUSED;
        } catch (IOException failed) {
            System.err.printf("The %s broke off: %s%n", words.getFirst(), reason(failed));
            exitCode = BROKEN_OFF;
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    /** It has its name only once all of it is on the disk. */
    private String save(Path file) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refused("There is no data folder %s: name it with --claimgraph.data-dir.".formatted(folder));
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var held = DataFolder.hold(folder.toRealPath())) {
            var files = files(held);
            if (files.isEmpty()) {
                throw new Refused("There is no graph in the data folder %s.".formatted(held.path()));
            }
            create(part);
            try {
                write(held, files, part);
                Files.move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
            return "Wrote %,d files, %,d MB, to %s.".formatted(files.size(), Files.size(file) >> 20, file);
        } catch (IOException failed) {
            throw new Refused("%s was not written: %s".formatted(file, reason(failed)));
        }
    }

    private static void create(Path part) throws IOException {
        try {
            Files.createFile(part);
        } catch (FileAlreadyExistsException other) {
            throw new Refused(
                    "%s is there already: another backup writes it, or one was killed while it did; then remove it."
                            .formatted(part));
        }
    }

    /** All of it, or nothing; of a file that is no backup, not even the folder. */
    private String restore(Path file) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var held = DataFolder.hold(folder.toRealPath())) {
                mustBeEmpty(held);
            }
        }
        check(file);
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new Refused("The data folder %s cannot be made: %s".formatted(folder, reason(failed)));
        }
        try (var held = DataFolder.hold(folder.toRealPath())) {
            mustBeEmpty(held);
            try {
                read(file, held.path());
            } catch (ZipException | EOFException | Refused broken) {
                empty(held);
                throw new Refused("%s is no backup, or is damaged: %s".formatted(file, broken.getMessage()));
            } catch (IOException failed) {
                empty(held);
                throw new Refused("%s cannot be restored into %s: %s".formatted(file, held.path(), reason(failed)));
            }
            return "Restored %s into %s.".formatted(file, held.path());
        }
    }

    private static String reason(IOException failed) {
        return switch (failed) {
            case AccessDeniedException denied -> "you have no access to %s.".formatted(denied.getFile());
            case FileSystemLoopException loop -> "%s leads back to where it is.".formatted(loop.getFile());
            case FileAlreadyExistsException there -> "%s is there already.".formatted(there.getFile());
            case NoSuchFileException gone -> "there is no %s.".formatted(gone.getFile());
            default -> String.valueOf(failed.getMessage());
        };
    }

    private static void mustBeEmpty(DataFolder held) throws IOException {
        if (!files(held).isEmpty()) {
            throw new Refused(
                    "The data folder %s is not empty: move what is in it, or name another with --claimgraph.data-dir."
                            .formatted(held.path()));
        }
    }

    private static void write(DataFolder held, List<Path> files, Path part) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                var out = new DigestOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(channel)), Fingerprint.sha256());
                var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var file : files) {
                zip.putNextEntry(new ZipEntry(held.path().relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
            zip.finish();
            out.write(out.getMessageDigest().digest());
            out.flush();
            channel.force(true);
        }
    }

    /** It ends with the SHA-256 of all that comes before. */
    private static void check(Path file) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var digest = Fingerprint.sha256();
            var bytes = new byte[1 << 16];
            var count = 0;
            for (var rest = Files.size(file) - SUM; rest > 0 && count >= 0; rest -= count) {
                count = in.read(bytes, 0, (int) Math.min(bytes.length, rest));
                digest.update(bytes, 0, Math.max(count, 0));
            }
            if (!MessageDigest.isEqual(digest.digest(), in.readAllBytes())) {
                throw new Refused(
                        "%s is no backup, or is damaged: its sum is not that of what is in it. Take another; one that an older version wrote is restored by that."
                                .formatted(file));
            }
        } catch (IOException unreadable) {
            throw new Refused("%s cannot be read: %s".formatted(file, reason(unreadable)));
        }
    }

    private static void read(Path file, Path folder) throws IOException {
        var count = 0;
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new Refused("%s leads out of the folder.".formatted(entry.getName()));
                }
                Files.createDirectories(target.getParent());
                Files.copy(zip, target);
                count++;
            }
        }
        if (count == 0) {
            throw new Refused("there is nothing in it.");
        }
    }

    private static void empty(DataFolder held) throws IOException {
        for (var written : files(held)) {
            Files.delete(written);
        }
    }

    private static List<Path> files(DataFolder held) throws IOException {
        try (var all = Files.walk(held.path(), FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !held.isLock(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** Said to whoever asked. */
    private static final class Refused extends RuntimeException {

        Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
