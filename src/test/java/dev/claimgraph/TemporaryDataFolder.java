package dev.claimgraph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each test service a data folder of its own, gone when the tests are through: in memory where there is room for it, since
 * every write waits for the disk.
 */
public class TemporaryDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 1L << 30;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var folder = create();
            SpringApplication.getShutdownHandlers().add(() -> delete(folder));
            TestPropertyValues.of("claimgraph.data-dir=" + folder).applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path create() throws IOException {
        var isInMemory = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
        return isInMemory
                ? Files.createTempDirectory(MEMORY, "claimgraph-test")
                : Files.createTempDirectory("claimgraph-test");
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
