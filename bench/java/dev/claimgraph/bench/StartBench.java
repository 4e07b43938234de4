package dev.claimgraph.bench;

import dev.claimgraph.ClaimgraphApplication;
import dev.claimgraph.graph.BareKernel;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long it takes from the start of a process to the first answer: the service, installed or not, and the kernel alone on the same folder. */
final class StartBench {

    private static final String HEAP = "1g";
    private static final Path INSTALLED = Path.of("target", "installed", "claimgraph");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private StartBench() {}

    public static void main(String... arguments) throws Exception {
        var rounds = Options.read(arguments).rounds();
        var folder = Files.createTempDirectory("claimgraph-start");
        try {
            try (var fresh = unprepared(folder, true)) {
                System.out.printf("An empty folder, sample data and all: %,d ms%n", fresh.took().toMillis());
            }
            var kernels = new ArrayList<Duration>();
            var services = new ArrayList<Duration>();
            var installed = new ArrayList<Duration>();
            for (var round = 0; round < rounds; round++) {
                kernels.add(kernel(folder));
                try (var service = unprepared(folder, false)) {
                    services.add(service.took());
                }
                try (var service = installed(folder)) {
                    installed.add(service.took());
                }
                System.out.printf(
                        "round %d: kernel %,d ms, installed %,d ms, by class path %,d ms%n",
                        round + 1,
                        kernels.getLast().toMillis(),
                        installed.getLast().toMillis(),
                        services.getLast().toMillis());
            }
            System.out.printf(
                    "medians: kernel %,d ms; installed %,d ms, ratio %.2f (goal: at most 2.5); by class path %,d ms, ratio %.2f%n",
                    median(kernels).toMillis(),
                    median(installed).toMillis(),
                    ratio(installed, kernels),
                    median(services).toMillis(),
                    ratio(services, kernels));
        } finally {
            Folders.delete(folder);
        }
    }

    private static double ratio(List<Duration> some, List<Duration> others) {
        return (double) median(some).toMillis() / median(others).toMillis();
    }

    private static Duration kernel(Path folder) throws Exception {
        var log = folder.resolve("kernel.log");
        var start = System.nanoTime();
        try (var kernel = Forked.start(BareKernel.class, HEAP, log, folder.resolve("data").toString())) {
            return until(start, () -> Files.readString(log).contains(BareKernel.OPEN), kernel);
        }
    }

    /** As `./mvnw spring-boot:run` starts it. */
    private static Started unprepared(Path folder, boolean isNew) throws Exception {
        var port = freePort();
        var start = System.nanoTime();
        return Started.of(
                start,
                port,
                Forked.start(ClaimgraphApplication.class, HEAP, folder.resolve("service.log"), arguments(folder, port, isNew)));
    }

    /** As `bin/install` left it. */
    private static Started installed(Path folder) throws Exception {
        var port = freePort();
        var command = new ArrayList<>(List.of(INSTALLED.toString()));
        command.addAll(List.of(arguments(folder, port, false)));
        var start = System.nanoTime();
        return Started.of(start, port, Forked.start(command, folder.resolve("service.log")));
    }

    private static String[] arguments(Path folder, int port, boolean isNew) {
        return new String[] {
            "--server.port=" + port,
            "--claimgraph.sample-data=" + isNew,
            "--claimgraph.data-dir=" + folder.resolve("data")
        };
    }

    private static boolean answers(int port) {
        try {
            Http.at(port).as("viewer").send("query { products { totalCount } }", Map.of());
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static Duration until(long start, Condition condition, Forked process) throws Exception {
        while (!condition.holds()) {
            var took = Duration.ofNanos(System.nanoTime() - start);
            if (took.compareTo(LONGEST) > 0) {
                throw new IllegalStateException("Nothing after " + took + process);
            }
            Thread.sleep(5);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    /** A service that has answered. */
    private record Started(Forked process, Duration took) implements AutoCloseable {

        static Started of(long start, int port, Forked process) throws Exception {
            try {
                return new Started(process, until(start, () -> answers(port), process));
            } catch (Exception e) {
                process.stop();
                process.close();
                throw e;
            }
        }

        @Override
        public void close() throws Exception {
            process.stop();
            process.close();
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }
}
