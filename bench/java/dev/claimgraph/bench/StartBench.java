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

/** How long it takes from the start of a process to the first answer: the service as it comes, and the kernel alone on the same folder. */
final class StartBench {

    private static final String HEAP = "1g";
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private StartBench() {}

    public static void main(String... arguments) throws Exception {
        var rounds = Options.read(arguments).rounds();
        var folder = Files.createTempDirectory("claimgraph-start");
        try {
            System.out.printf("An empty folder, sample data and all: %,d ms%n", service(folder, true).toMillis());
            var services = new ArrayList<Duration>();
            var kernels = new ArrayList<Duration>();
            for (var round = 0; round < rounds; round++) {
                kernels.add(kernel(folder));
                services.add(service(folder, false));
                System.out.printf(
                        "round %d: kernel %,d ms, service %,d ms%n",
                        round + 1, kernels.getLast().toMillis(), services.getLast().toMillis());
            }
            var ratio = (double) median(services).toMillis() / median(kernels).toMillis();
            System.out.printf(
                    "medians: kernel %,d ms, service %,d ms; ratio %.2f (goal: at most 2.5)%n",
                    median(kernels).toMillis(), median(services).toMillis(), ratio);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Duration kernel(Path folder) throws Exception {
        var log = folder.resolve("kernel.log");
        var start = System.nanoTime();
        try (var kernel = Forked.start(BareKernel.class, HEAP, log, folder.resolve("data").toString())) {
            return until(start, () -> Files.readString(log).contains(BareKernel.OPEN), kernel);
        }
    }

    private static Duration service(Path folder, boolean isNew) throws Exception {
        var port = freePort();
        var start = System.nanoTime();
        try (var service = Forked.start(
                ClaimgraphApplication.class,
                HEAP,
                folder.resolve("service.log"),
                "--server.port=" + port,
                "--claimgraph.sample-data=" + isNew,
                "--claimgraph.data-dir=" + folder.resolve("data"))) {
            var took = until(start, () -> answers(port), service);
            service.stop();
            return took;
        }
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

    /** What is waited for. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }
}
