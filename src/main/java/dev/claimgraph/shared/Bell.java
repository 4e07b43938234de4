package dev.claimgraph.shared;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Wakes those in this process who wait for something to happen. */
public final class Bell {

    private final Phaser rings = new Phaser(1);

    /** Wakes all who wait now. */
    public void ring() {
        rings.arrive();
    }

    /** Waits for the next ring; for so long at most, since not everything that happens rings. */
    public void await(Duration most) throws InterruptedException {
        try {
            rings.awaitAdvanceInterruptibly(rings.getPhase(), most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nothingRang) {
            return;
        }
    }
}
