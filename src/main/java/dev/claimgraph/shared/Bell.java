package dev.claimgraph.shared;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Wakes those in this process who wait for something to happen. */
public final class Bell {

    private final AtomicReference<CountDownLatch> next = new AtomicReference<>(new CountDownLatch(1));

    /** Wakes all who wait now. */
    public void ring() {
        next.getAndSet(new CountDownLatch(1)).countDown();
    }

    /** Waits for the next ring; for so long at most, since not everything that happens rings. */
    public void await(Duration most) throws InterruptedException {
        next.get().await(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
