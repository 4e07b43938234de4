package dev.claimgraph;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Claimgraph in a process of its own, for what only a process shows: exit codes, streams and folders. */
public final class ClaimgraphProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final List<String> OF_THIS_CLASS_PATH = List.of("-cp", System.getProperty("java.class.path"));

    private final Process process;
    private final Path out;
    private final Path err;

    private ClaimgraphProcess(Path folder, List<String> command) throws IOException {
        out = folder.resolve("out.log");
        err = folder.resolve("err.log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("CLAIMGRAPH_SAMPLE_DATA", "false");
        process = builder.start();
    }

    /** Starts Claimgraph in the folder, without sample data and on a free port unless the arguments say otherwise. */
    public static ClaimgraphProcess start(Path folder, String... arguments) throws IOException, InterruptedException {
        var options = StartCache.isWanted() ? StartCache.options() : OF_THIS_CLASS_PATH;
        return start(folder, options, List.of(arguments));
    }

    /** @param options by which a JVM has the service */
    static ClaimgraphProcess start(Path folder, List<String> options, List<String> arguments) throws IOException {
        return new ClaimgraphProcess(folder, java(options, ClaimgraphApplication.class, arguments));
    }

    /** Runs a command that has to be done without a word about it, and gives what it prints. */
    public static String done(Path folder, String... arguments) throws IOException, InterruptedException {
        try (var process = start(folder, arguments)) {
            if (process.exitCode() != 0 || !process.err().isEmpty()) {
                throw new AssertionError(
                        String.join(" ", arguments) + " was not done:\n" + process.out() + process.err());
            }
            return process.out();
        }
    }

    /** Runs a command that has to be refused, and gives why. */
    public static String refused(Path folder, String... arguments) throws IOException, InterruptedException {
        try (var process = start(folder, arguments)) {
            if (process.exitCode() != 2) {
                throw new AssertionError(
                        String.join(" ", arguments) + " was not refused:\n" + process.out() + process.err());
            }
            return process.err();
        }
    }

    /** The address that it answers at, once it does. */
    public URI address() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(LIMIT);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            var address = ADDRESS.matcher(out());
            if (address.find()) {
                return URI.create(address.group());
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("Claimgraph does not answer:\n" + out() + err());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address().resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Claimgraph still runs after " + LIMIT);
        }
        return process.exitValue();
    }

    public void kill() {
        process.destroyForcibly();
    }

    public void stop() {
        process.destroy();
    }

    public String out() throws IOException {
        return Files.readString(out);
    }

    public String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        kill();
    }

    /** What starts a program of this class path as the service is started. */
    public static List<String> java(Class<?> program, List<String> arguments) {
        return java(OF_THIS_CLASS_PATH, program, arguments);
    }

    private static List<String> java(List<String> options, Class<?> program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(System.getProperty("claimgraph.jvm-args").split(" ")));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(arguments);
        return command;
    }
}
