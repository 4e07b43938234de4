package dev.claimgraph.notice;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets those who wait for an answer go first: while there are many, whoever works behind them rests three times as long as it worked. */
final class Pace {

    private static final int RESTS = 3;
    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private static final long LOOK = Duration.ofMillis(5).toNanos();

    private final BooleanSupplier isBusy;
    private long since = System.nanoTime();

    Pace(BooleanSupplier isBusy) {
        this.isBusy = isBusy;
    }

    /** Returns at once where nobody waits, and as soon as nobody does. */
    void rest() {
        var start = System.nanoTime();
        var rest = Math.min(LONGEST, RESTS * (start - since));
        while (isBusy.getAsBoolean()
                && System.nanoTime() - start < rest
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK);
        }
        since = System.nanoTime();
    }
}
