package dev.claimgraph.webhook;

import dev.claimgraph.history.Leases;
import dev.claimgraph.notice.Loop;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has each active webhook delivered to by one instance at a time, on a thread of its own, so that none waits for another. Where an
 * instance dies, the others take over what it delivered once its leases have run out.
 */
@Component
@ConditionalOnBooleanProperty(name = "claimgraph.background", matchIfMissing = true)
class Deliverers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Deliverers.class);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration RENEWAL = Duration.ofSeconds(3);

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final DeliveryMeters meters;
    private final Deliverer deliverer;
    private final Leases leases;
    private final Map<String, Loop> running = new HashMap<>();
    private long forgetting = System.nanoTime();
    private volatile @Nullable Loop loop;

    Deliverers(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            DeliveryMeters meters,
            Deliverer deliverer,
            Leases leases) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.meters = meters;
        this.deliverer = deliverer;
        this.leases = leases;
    }

    static String lease(String webhookId) {
        return "webhook/" + webhookId;
    }

    @Override
    public void start() {
        loop = new Loop("webhooks", this::assign);
    }

    @Override
    public void stop() {
        var assigning = loop;
        if (assigning != null) {
            assigning.close();
            running.values().forEach(Loop::close);
            try {
                running.keySet().forEach(id -> leases.giveBack(lease(id)));
            } catch (RuntimeException unreachable) {
                log.debug("The leases run out by themselves", unreachable);
            }
            running.clear();
            loop = null;
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    private void assign() throws InterruptedException {
        var mine = new HashSet<String>();
        for (var id : webhooks.active()) {
            if (leases.take(lease(id))) {
                mine.add(id);
                running.computeIfAbsent(id, mineNow -> new Loop(lease(id), () -> deliverer.deliver(id)));
            }
        }
        running.entrySet().removeIf(entry -> {
            if (mine.contains(entry.getKey())) {
                return false;
            }
            entry.getValue().close();
            return true;
        });
        meters.measured(deliveries.backlog());
        if (System.nanoTime() > forgetting && deliverer.forget()) {
            forgetting = System.nanoTime() + HOUR.toNanos();
        }
        Thread.sleep(RENEWAL);
    }
}
