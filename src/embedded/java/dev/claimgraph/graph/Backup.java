package dev.claimgraph.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
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

    private static final int REFUSED = 2;

    private final Path folder;
    private int exitCode;

    Backup(@Value("${claimgraph.data-dir}") Path folder) {
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var words = arguments.getNonOptionArgs();
        try {
            if (words.size() != 2) {
                throw new Refused("Name one file: %s FILE".formatted(words.getFirst()));
            }
            var file = Path.of(words.getLast());
            System.out.println(words.getFirst().equals("backup") ? save(file) : restore(file));
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            exitCode = REFUSED;
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
        try (var held = DataFolder.hold(folder)) {
            var files = files(held);
            if (files.isEmpty()) {
                throw new Refused("There is no graph in the data folder %s.".formatted(held.path()));
            }
            write(held, files, part);
            Files.createLink(file, part);
            return "Wrote %,d files, %,d MB, to %s.".formatted(files.size(), Files.size(file) >> 20, file);
        } catch (FileAlreadyExistsException there) {
            throw new Refused("%s is there already: name another file.".formatted(there.getFile()));
        } catch (NoSuchFileException missing) {
            throw new Refused("%s cannot be written: is its folder there?".formatted(missing.getFile()));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String restore(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused("There is no file %s.".formatted(file));
        }
        try (var held = DataFolder.hold(folder);
                var zip = new ZipFile(file.toFile())) {
            if (!files(held).isEmpty()) {
                throw new Refused(
                        "The data folder %s is not empty: move what is in it, or name another with --claimgraph.data-dir."
                                .formatted(held.path()));
            }
            for (var entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                read(zip, entry, held.path());
            }
            return "Restored %s into %s.".formatted(file, held.path());
        } catch (ZipException unreadable) {
            throw new Refused("%s is no backup: %s.".formatted(file, unreadable.getMessage()));
        }
    }

    private static void write(DataFolder held, List<Path> files, Path part) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var file : files) {
                zip.putNextEntry(new ZipEntry(held.path().relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
            zip.finish();
            zip.flush();
            channel.force(true);
        }
    }

    private static void read(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new Refused("%s is no backup of ours: it leads out of the folder.".formatted(entry.getName()));
        }
        Files.createDirectories(target.getParent());
        try (var content = zip.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(DataFolder held) throws IOException {
        try (var all = Files.walk(held.path())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !held.isLock(file))
                    .sorted()
                    .toList();
        }
    }

    /** Said to whoever asked. */
    private static final class Refused extends RuntimeException {

        Refused(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
