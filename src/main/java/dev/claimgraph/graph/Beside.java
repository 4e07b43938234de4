package dev.claimgraph.graph;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Reads beside what a request reads meanwhile, at what the request has seen. */
public final class Beside implements AutoCloseable {

    private final ExecutorService threads;

    /** @param threads to read on, which are this one's to close */
    public Beside(ExecutorService threads) {
        this.threads = ContextExecutorService.wrap(
                threads, ContextSnapshotFactory.builder().build()::captureAll);
    }

    /** Begins to read. @return waits for the end, and throws what the reading threw */
    public <T> Supplier<T> begin(Supplier<T> reading) {
        var begun = CompletableFuture.supplyAsync(reading, threads);
        return () -> get(begun);
    }

    /** Waits for the end, and throws what the reading threw. */
    static <T> T get(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
