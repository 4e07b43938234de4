package dev.claimgraph;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the JVM learned of a start of the service, kept for all starts to come as an installation keeps it. It takes the service in a
 * jar; both are made once for all test JVMs, and again once something was compiled. Used where {@code claimgraph.start-cache} is true.
 */
final class StartCache {

    private static final Path FOLDER = Path.of("target", "start-cache").toAbsolutePath();
    private static final Path LOCK = FOLDER.resolve("lock");
    private static final Path JAR = FOLDER.resolve("claimgraph.jar");
    private static final Path CACHE = FOLDER.resolve("start.aot");
    private static final List<String> QUIETLY = List.of("-Xlog:aot*=error", "-cp", classPath());

    private StartCache() {}

    static boolean isWanted() {
        return Boolean.getBoolean("claimgraph.start-cache");
    }

    /** The options by which a JVM has the service and the cache. */
    static synchronized List<String> options() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        try (var file = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = file.lock()) {
            if (held.isValid() && !isUpToDate()) {
                make();
            }
        }
        return with("-XX:AOTCache=" + CACHE);
    }

    private static boolean isUpToDate() throws IOException {
        if (!Files.exists(CACHE)) {
            return false;
        }
        var made = Files.getLastModifiedTime(JAR);
        try (var compiled = Files.walk(classes())) {
            return compiled.filter(file -> !file.startsWith(classes().resolve("META-INF")))
                    .noneMatch(file -> file.toFile().lastModified() > made.toMillis());
        }
    }

    private static void make() throws IOException, InterruptedException {
        Files.deleteIfExists(CACHE);
        var made = Files.createTempDirectory(FOLDER, "made").resolve("start.aot");
        var jar = ToolProvider.findFirst("jar").orElseThrow();
        if (jar.run(
                        System.out,
                        System.err,
                        "-cf",
                        JAR.toString(),
                        "-C",
                        classes().toString(),
                        ".")
                != 0) {
            throw new AssertionError("The classes cannot be put into " + JAR);
        }
        try (var first = ClaimgraphProcess.start(
                Files.createTempDirectory(FOLDER, "first"), with("-XX:AOTCacheOutput=" + made), List.of())) {
            first.address();
            first.stop();
            first.exitCode();
        }
        Files.move(made, CACHE);
    }

    private static List<String> with(String cache) {
        return Stream.concat(Stream.of(cache), QUIETLY.stream()).toList();
    }

    private static String classPath() {
        return Stream.concat(
                        Stream.of(JAR.toString()),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path classes() {
        try {
            return Path.of(ClaimgraphApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
