package dev.claimgraph.webhook;

import dev.claimgraph.history.Leases;
import dev.claimgraph.notice.Notice;
import dev.claimgraph.notice.NoticeSettings;
import dev.claimgraph.notice.Notices;
import dev.claimgraph.notice.Place;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers to one endpoint what it is to be told, round by round: what is due again, and what is new. What concerns one thing goes in its
 * order, each once the one before was taken or parked; what concerns several goes side by side. Where much is held up, the endpoint is
 * taken to be down, and nothing new is begun.
 */
@Component
class Deliverer {

    private static final Logger log = LoggerFactory.getLogger(Deliverer.class);

    private static final int AT_ONCE = 50;
    private static final int SIDE_BY_SIDE = 5;
    private static final int MUCH = 200;
    private static final int FORGOTTEN = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final Notices notices;
    private final Messages messages;
    private final Sender sender;
    private final Leases leases;
    private final DeliveryMeters meters;
    private final NoticeSettings settings;
    private final Clock clock;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());

    Deliverer(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            Notices notices,
            Messages messages,
            Sender sender,
            Leases leases,
            DeliveryMeters meters,
            NoticeSettings settings,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.notices = notices;
        this.messages = messages;
        this.sender = sender;
        this.leases = leases;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round; waits a little where there is nothing to send. */
    void deliver(String webhookId) throws InterruptedException {
        var webhook = webhooks.byId(List.of(webhookId)).get(webhookId);
        var place = deliveries.place(webhookId);
        if (webhook == null || !webhook.active() || place.isEmpty()) {
            Thread.sleep(PAUSE);
            return;
        }
        var due = deliveries.due(webhookId, clock.instant(), AT_ONCE);
        var page = deliveries.pending(webhookId, MUCH) < MUCH
                ? notices.after(place.get().position(), AT_ONCE)
                : List.<Notice>of();
        if (due.isEmpty() && page.isEmpty()) {
            notices.await(PAUSE);
            return;
        }
        if (!page.isEmpty() && page.getFirst().position() > place.get().position() + 1) {
            log.warn("{} was not told for so long that what it missed is no longer kept", webhookId);
        }
        var begun = begun(webhook, place.get(), page);
        var end = page.isEmpty() ? place.get().position() : page.getLast().position();
        deliveries.write(webhookId, attempted(webhook, due, begun), end);
    }

    /** Removes some of what was last attempted too long ago. @return whether that was all of it */
    boolean forget() {
        return deliveries.forget(clock.instant().minus(settings.kept()), FORGOTTEN) < FORGOTTEN;
    }

    /** A delivery of each notice that the webhook is to be told of, in their order. */
    private List<Delivery> begun(Webhook webhook, Place place, Collection<Notice> page) {
        var told = page.stream()
                .filter(place::isBefore)
                .filter(notice -> webhook.events().contains(notice.kind()))
                .toList();
        return notices.wanted(told, webhook.claimFilter()).stream()
                .map(notice -> Delivery.of(webhook, notice, clock.instant()))
                .toList();
    }

    private List<Delivery> attempted(Webhook webhook, List<Delivery> due, List<Delivery> begun)
            throws InterruptedException {
        var heldUp = deliveries.heldUp(
                webhook.id(), begun.stream().map(Delivery::aboutId).distinct().toList());
        var waiting = begun.stream()
                .filter(delivery -> heldUp.contains(delivery.aboutId()))
                .toList();
        var lanes = Stream.concat(due.stream(), begun.stream())
                .filter(delivery -> !waiting.contains(delivery))
                .collect(Collectors.groupingBy(Delivery::aboutId, LinkedHashMap::new, Collectors.toList()))
                .values();
        var told = notices.byPosition(
                lanes.stream().flatMap(List::stream).map(Delivery::position).toList());
        var seats = new Semaphore(SIDE_BY_SIDE);
        var work = lanes.stream()
                .<Callable<List<Delivery>>>map(lane -> () -> {
                    seats.acquire();
                    try {
                        return along(lane, webhook, told);
                    } finally {
                        seats.release();
                    }
                })
                .toList();
        var attempted = new ArrayList<>(waiting);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var lane : threads.invokeAll(work)) {
                attempted.addAll(lane.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return attempted;
    }

    /** One after the other, until one is not taken; those behind it wait. */
    private List<Delivery> along(List<Delivery> lane, Webhook webhook, Map<Long, Notice> told) {
        var after = new ArrayList<Delivery>();
        var isOpen = true;
        for (var delivery : lane) {
            var isMine = leases.left(Deliverers.lease(webhook.id())).isPositive();
            var attempted = isOpen && isMine ? attempted(delivery, webhook, told.get(delivery.position())) : delivery;
            isOpen = isOpen && attempted.status() != Delivery.Status.PENDING;
            after.add(attempted);
        }
        return after;
    }

    private Delivery attempted(Delivery delivery, Webhook webhook, @Nullable Notice notice) {
        if (notice == null) {
            return delivery.parked("What it told is no longer kept.");
        }
        var attempt = attempt(notice, webhook);
        var after = delivery.after(attempt, clock.instant(), backoff);
        meters.attempted(after);
        return after;
    }

    /** A message that cannot be made holds up no other. */
    private Attempt attempt(Notice notice, Webhook webhook) {
        try {
            return sender.send(messages.of(notice, webhook, clock.instant()));
        } catch (RuntimeException bug) {
            log.error("Notice {} cannot be sent to {}", notice.position(), webhook.id(), bug);
            return Attempt.failed("The service failed; its log says why.", Duration.ZERO);
        }
    }
}
