package dev.claimgraph.notice;

import dev.claimgraph.history.Commits;
import dev.claimgraph.history.Leases;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps notices coming: one instance at a time works them out, at once after its own writes and soon after those of others. */
@Component
@ConditionalOnBooleanProperty(name = "claimgraph.background", matchIfMissing = true)
class Teller implements SmartLifecycle {

    static final String LEASE = "notices";

    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration RENEWAL = Duration.ofSeconds(3);

    private final Telling telling;
    private final Leases leases;
    private final Commits commits;
    private long forgetting = System.nanoTime();
    private volatile @Nullable Loop loop;

    Teller(Telling telling, Leases leases, Commits commits) {
        this.telling = telling;
        this.leases = leases;
        this.commits = commits;
    }

    @Override
    public void start() {
        loop = new Loop("notices", this::whileLeased);
    }

    @Override
    public void stop() {
        var running = loop;
        if (running != null) {
            running.close();
            loop = null;
            try {
                leases.giveBack(LEASE);
            } catch (RuntimeException unreachable) {
                log.debug("The lease runs out by itself", unreachable);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    private void whileLeased() throws InterruptedException {
        telling.measure();
        if (!leases.take(LEASE)) {
            Thread.sleep(RENEWAL);
            return;
        }
        var renewal = System.nanoTime() + RENEWAL.toNanos();
        while (System.nanoTime() < renewal) {
            try {
                telling.tell();
            } catch (NoticeRepository.LeaseLost another) {
                return;
            }
            commits.await(PAUSE);
        }
        if (System.nanoTime() > forgetting && !telling.forget()) {
            forgetting = System.nanoTime() + HOUR.toNanos();
        }
    }
}
