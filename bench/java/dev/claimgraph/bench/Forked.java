package dev.claimgraph.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program in a process of its own. */
final class Forked implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_END = Duration.ofMinutes(5);

    private final Process process;
    private final Path out;

    private Forked(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** One of this class path, with this process's flags but for the heap. @param log where what it says goes */
    static Forked start(Class<?> program, String heap, Path log, String... arguments) throws IOException {
        return start(program, heap, List.of(), log, arguments);
    }

    /** The same with more flags. */
    static Forked start(Class<?> program, String heap, List<String> flags, Path log, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Xm"))
                .forEach(command::add);
        command.addAll(flags);
        command.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return start(command, log);
    }

    /** Any command. */
    static Forked start(List<String> command, Path log) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Forked(process, log);
    }

    /** The first match in what it says, once it says so. */
    String says(Pattern wanted) throws IOException, InterruptedException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            var found = wanted.matcher(Files.readString(out));
            if (found.find()) {
                return found.group(1);
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("It does not start:\n" + Files.readString(out));
    }

    /** The time that it has had on all processors, in hundredths of a second. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Asks it to end, as an operator would. */
    void stop() {
        process.destroy();
    }

    /** Ends its input, and waits until it ended in order. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
