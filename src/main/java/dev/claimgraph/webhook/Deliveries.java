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
    private final Notices notices;
    private final ChangeLog changes;
    private final Clock clock;

    Deliveries(DeliveryRepository deliveries, Notices notices, ChangeLog changes, Clock clock) {
        this.deliveries = deliveries;
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
     * @throws Refusal for one that is not there, or whose notice is no longer kept
     */
    Delivery redeliver(Actor actor, Redeliver input) {
        actor.mustBe(Role.ADMIN);
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(input.deliveryId(), List.of(Delivery.KIND), "deliveryId");
            problems.refuse();
            var before = deliveries
                    .locked(String.valueOf(input.deliveryId()))
                    .orElseThrow(() -> Refusal.of(
                            ProblemCode.NOT_FOUND,
                            "There is no delivery %s.".formatted(input.deliveryId()),
                            "deliveryId"));
            if (notices.byPosition(List.of(before.position())).isEmpty()) {
                throw Refusal.of(ProblemCode.NOT_FOUND, "What it told is no longer kept.", "deliveryId");
            }
            var again = before.again(clock.instant());
            deliveries.write(List.of(again));
            return again;
        });
    }

    /** Which delivery. */
    record Redeliver(@Nullable String deliveryId) {}
}
