package dev.claimgraph.webhook;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.notice.Notices;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to deliveries: what became of what was to be sent, and another try for what was given up. */
@Component
class Deliveries {

    private final DeliveryRepository deliveries;
    private final WebhookRepository webhooks;
    private final Notices notices;
    private final ChangeLog changes;
    private final Clock clock;

    Deliveries(
            DeliveryRepository deliveries,
            WebhookRepository webhooks,
            Notices notices,
            ChangeLog changes,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.notices = notices;
        this.changes = changes;
        this.clock = clock;
    }

    Map<String, Connection<Delivery>> of(
            Collection<String> webhookIds, Delivery.@Nullable Status status, PageRequest page) {
        return deliveries.of(webhookIds, status, page);
    }

    /**
     * Has a delivery attempted again, for another day, whether it was parked, is under way or came through.
     *
     * @throws Refusal for one that is not there, whose notice is no longer kept, or whose webhook was deleted
     */
    Delivery redeliver(Actor actor, Redeliver input) {
        actor.mustBe(Role.ADMIN);
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(input.deliveryId(), List.of(Delivery.KIND), "deliveryId");
            problems.refuse();
            var before = locked(String.valueOf(input.deliveryId()));
            if (notices.byPosition(List.of(before.position())).isEmpty()) {
                throw refusal("What it told is no longer kept.");
            }
            var after = before.again(clock.instant());
            deliveries.write(List.of(after));
            changes.record(actor, "redeliver", after.id(), before.state(), after.state(), List.of(after.webhookId()));
            return after;
        });
    }

    /** Its webhook cannot be deleted meanwhile; whoever deletes one locks it before its deliveries too. */
    private Delivery locked(String id) {
        var webhookId = deliveries.webhookId(id).orElseThrow(() -> refusal("There is no delivery %s.".formatted(id)));
        if (webhooks.locked(webhookId).isEmpty()) {
            throw refusal("The webhook that it was for was deleted, and nothing is sent there any more.");
        }
        return deliveries.locked(id).orElseThrow(() -> refusal("There is no delivery %s.".formatted(id)));
    }

    private static Refusal refusal(String message) {
        return Refusal.of(ProblemCode.NOT_FOUND, message, "deliveryId");
    }

    /** Which delivery. */
    record Redeliver(@Nullable String deliveryId) {}
}
