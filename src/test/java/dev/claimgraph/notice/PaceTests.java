package dev.claimgraph.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who works behind those who wait for an answer lets them go first, and comes to its own all the same. */
class PaceTests {

    private static final Duration WORK = Duration.ofMillis(20);

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whereNobodyWaitsThereIsNoRest() {
        var pace = new Pace(() -> looks.incrementAndGet() < 0);
        work();
        pace.rest();
        assertThat(looks).hasValue(1);
    }

    @Test
    void aRestEndsOnceNobodyWaits() {
        var pace = new Pace(() -> looks.incrementAndGet() < 4);
        work();
        pace.rest();
        assertThat(looks).hasValue(4);
    }

    @Test
    void whileManyWaitItLastsThreeTimesAsLongAsTheWork() {
        var pace = new Pace(() -> true);
        work();
        var start = System.nanoTime();
        pace.rest();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(WORK.multipliedBy(3));
    }

    /** Steps that take next to nothing are rested from together. */
    @Test
    void shortStepsAddUp() {
        var pace = new Pace(() -> looks.incrementAndGet() > 0);
        IntStream.range(0, 1_000).forEach(step -> pace.rest());
        assertThat(looks).hasValueLessThan(500);
        work();
        var before = looks.get();
        pace.rest();
        assertThat(looks).hasValueGreaterThan(before);
    }

    @Test
    void whoIsToStopDoesNotRest() {
        var pace = new Pace(() -> looks.incrementAndGet() > 0);
        work();
        Thread.currentThread().interrupt();
        pace.rest();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(looks).hasValue(1);
    }

    private static void work() {
        var end = System.nanoTime() + WORK.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
