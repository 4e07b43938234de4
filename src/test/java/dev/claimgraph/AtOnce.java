package dev.claimgraph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Does things at once, each on a thread of its own. */
public final class AtOnce {

    private static final int LONGEST_SECONDS = 300;

    private AtOnce() {}

    public static <T> List<T> times(int count, Supplier<? extends T> deed) {
        return all(IntStream.range(0, count)
                .<Supplier<? extends T>>mapToObj(i -> deed)
                .toList());
    }

    /** @return what each gave, in their order; none begins before all are there */
    public static <T> List<T> all(List<? extends Supplier<? extends T>> deeds) {
        var start = new CyclicBarrier(deeds.size());
        var tasks = deeds.stream()
                .<Callable<T>>map(deed -> () -> {
                    start.await();
                    return deed.get();
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(deeds.size())) {
            var given = new ArrayList<T>();
            for (var done : threads.invokeAll(tasks, LONGEST_SECONDS, TimeUnit.SECONDS)) {
                given.add(done.get());
            }
            return given;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
