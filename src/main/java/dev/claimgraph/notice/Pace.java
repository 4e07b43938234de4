package dev.claimgraph.notice;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Lets those who wait for an answer go first: while there are many, whoever works behind them rests three times as long as it worked,
 * but a second at most.
 */
final class Pace {

    private static final int RESTS = 3;
    private static final long SHORTEST = Duration.ofMillis(5).toNanos();
    private static final long LONGEST = Duration.ofSeconds(1).toNanos();

    private final BooleanSupplier isBusy;
    private long working = System.nanoTime();

    /** @param isBusy whether many wait; asked again and again during a rest, which ends once they do not */
    Pace(BooleanSupplier isBusy) {
        this.isBusy = isBusy;
    }

    /** Rests for what was worked since the last rest, unless that was too little to rest from. */
    void rest() {
        var start = System.nanoTime();
        var rest = Math.min(LONGEST, RESTS * (start - working));
        if (rest < SHORTEST) {
            return;
        }
        while (isBusy.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            var left = rest - (System.nanoTime() - start);
            if (left <= 0) {
                break;
            }
            LockSupport.parkNanos(Math.min(SHORTEST, left));
        }
        working = System.nanoTime();
    }
}
