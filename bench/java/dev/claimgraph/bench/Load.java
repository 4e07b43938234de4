package dev.claimgraph.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One load: as many threads as connections, each sending one request after another for a while. */
final class Load {

    private Load() {}

    /** @param connect gives each thread what it does again and again */
    static Result run(int connections, Duration length, Supplier<Runnable> connect) throws Exception {
        return run(connections, length, connection -> connect.get(), failure -> {
            throw failure;
        });
    }

    /**
     * @param connect gives each thread, by its number, what it does again and again
     * @param failed told of what went wrong, which is counted where that throws nothing
     */
    static Result run(int connections, Duration length, IntFunction<Runnable> connect, Consumer<RuntimeException> failed)
            throws Exception {
        var requests = IntStream.range(0, connections).mapToObj(connect).toList();
        var start = System.nanoTime();
        var end = start + length.toNanos();
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        var errors = new LongAdder();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var tasks = requests.stream()
                    .map(request -> (Callable<Void>) () -> {
                        var own = new ArrayList<Double>();
                        while (System.nanoTime() < end) {
                            var before = System.nanoTime();
                            try {
                                request.run();
                                own.add((System.nanoTime() - before) / 1e6);
                            } catch (RuntimeException e) {
                                failed.accept(e);
                                errors.increment();
                            }
                        }
                        times.addAll(own);
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Result(
                times.size(),
                times.size() / seconds,
                times.isEmpty() ? 0 : Figures.quantile(times, 0.5),
                times.isEmpty() ? 0 : Figures.quantile(times, 0.99),
                errors.sum());
    }

    /**
     * @param requests that were answered
     * @param median of a request, in milliseconds
     * @param errors not among the requests
     */
    record Result(long requests, double perSecond, double median, double p99, long errors) {

        @Override
        public String toString() {
            return "%,.0f a second, p50 %.2f ms, p99 %.2f ms".formatted(perSecond, median, p99);
        }
    }
}
