package dev.claimgraph.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.AtOnce;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits is woken, however many ring at once. */
class BellTests {

    private static final int RINGERS = 4;
    private static final int RINGS = 200_000;

    private final Bell bell = new Bell();

    /** A ring that failed told a writer that a write had failed, which was there. */
    @Test
    void anyNumberMayRingAtOnce() {
        var rung = AtOnce.times(RINGERS, () -> {
            for (var ring = 0; ring < RINGS; ring++) {
                bell.ring();
            }
            return true;
        });
        assertThat(rung).hasSize(RINGERS).containsOnly(true);
    }

    @Test
    @Timeout(30)
    void whoWaitsIsWoken() throws InterruptedException {
        var woken = new AtomicBoolean();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                bell.await(Duration.ofMinutes(10));
                woken.set(true);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        while (!waiting.join(Duration.ofMillis(1))) {
            bell.ring();
        }
        assertThat(woken).isTrue();
    }

    @Test
    @Timeout(30)
    void whoWaitsInVainGoesOn() throws InterruptedException {
        bell.await(Duration.ofMillis(1));
    }
}
