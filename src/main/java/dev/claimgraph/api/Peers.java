package dev.claimgraph.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All who stay connected: counted, looked after, and told when the service stops, before the web server waits for them. */
@Component
@EnableScheduling
@EnableConfigurationProperties(StreamLimits.class)
class Peers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Peers.class);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Set<Peer> all = ConcurrentHashMap.newKeySet();
    private final MeterRegistry meters;
    private final int most;
    private volatile boolean isRunning;

    Peers(MeterRegistry meters, StreamLimits limits) {
        this.meters = meters;
        this.most = limits.connections();
        List.of(Socket.TRANSPORT, EventStream.TRANSPORT).forEach(this::count);
    }

    /** Whether nobody more may connect. */
    boolean areFull() {
        return !isRunning || all.size() >= most;
    }

    void add(Peer peer) {
        all.add(peer);
        if (!isRunning) {
            peer.stop();
        }
    }

    void remove(Peer peer) {
        all.remove(peer);
    }

    /** Counts subscriptions that the service ended: {@code slow}, {@code expired} or {@code forbidden}. */
    void countCut(String reason, int subscriptions) {
        meters.counter("claimgraph.subscribers.cut", "reason", reason).increment(subscriptions);
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        for (var peer : all) {
            try {
                peer.look();
            } catch (RuntimeException e) {
                log.error("A connection could not be looked after", e);
            }
        }
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        var farewells =
                all.stream().map(peer -> Thread.startVirtualThread(peer::stop)).toList();
        var end = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (var farewell : farewells) {
                farewell.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private void count(String transport) {
        Gauge.builder(
                        "claimgraph.subscribers",
                        all,
                        peers -> peers.stream()
                                .filter(peer -> peer.transport().equals(transport))
                                .mapToInt(Peer::subscriptions)
                                .sum())
                .tag("transport", transport)
                .register(meters);
    }
}
