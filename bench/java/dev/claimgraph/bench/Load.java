package dev.claimgraph.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** One load: as many threads as connections, each sending one request after another for a while. */
final class Load {

    private Load() {}

    /** @param connect gives each thread what it does again and again */
    static Result run(int connections, Duration length, Supplier<Runnable> connect) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        var start = System.nanoTime();
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var tasks = Collections.nCopies(connections, (Callable<Void>) () -> {
                var request = connect.get();
                var own = new ArrayList<Double>();
                while (System.nanoTime() < end) {
                    var before = System.nanoTime();
                    request.run();
                    own.add((System.nanoTime() - before) / 1e6);
                }
                times.addAll(own);
                return null;
            });
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Result(times.size() / seconds, Figures.quantile(times, 0.5), Figures.quantile(times, 0.99));
    }

    /** @param median of a request, in milliseconds */
    record Result(double perSecond, double median, double p99) {

        @Override
        public String toString() {
            return "%,.0f a second, p50 %.2f ms, p99 %.2f ms".formatted(perSecond, median, p99);
        }
    }
}
