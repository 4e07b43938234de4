package dev.claimgraph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The service's clock in tests: real time, which a test may move forward, by little, for all of them; or, for calls to the doors,
 * any moment, on the calling thread alone.
 */
public final class TestClock extends Clock {

    private final Clock real = Clock.tickMillis(ZoneOffset.UTC);
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final ScopedValue<Instant> moment = ScopedValue.newInstance();

    /** Moves time forward for everybody, and for good. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Other tests share the clock; it goes forward only.");
        }
        ahead.accumulateAndGet(by, Duration::plus);
    }

    /** Does something at a moment; nobody but this thread sees it come. */
    public <T> T at(Instant when, Supplier<T> work) {
        return ScopedValue.where(moment, when).call(work::get);
    }

    @Override
    public Instant instant() {
        return moment.isBound() ? moment.get() : real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /** Takes the place of the service's own clock. */
    @TestConfiguration(proxyBeanMethods = false)
    static class InPlace {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
