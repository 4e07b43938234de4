package dev.claimgraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Claimgraph in a process of its own, for what only a process shows: exit codes, streams and folders. */
public final class ClaimgraphProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final Path out;
    private final Path err;

    private ClaimgraphProcess(Path folder, List<String> arguments) throws IOException {
        out = folder.resolve("out.log");
        err = folder.resolve("err.log");
        var builder = new ProcessBuilder(command(arguments))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("CLAIMGRAPH_SAMPLE_DATA", "false");
        process = builder.start();
    }

    /** Starts Claimgraph in the folder, without sample data and on a free port unless the arguments say otherwise. */
    public static ClaimgraphProcess start(Path folder, String... arguments) throws IOException {
        return new ClaimgraphProcess(folder, List.of(arguments));
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Claimgraph still runs after " + LIMIT);
        }
        return process.exitValue();
    }

    public void stop() {
        process.destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String out() throws IOException {
        return Files.readString(out);
    }

    public String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(System.getProperty("claimgraph.jvm-args").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ClaimgraphApplication.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
