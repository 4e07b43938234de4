package dev.claimgraph.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts attempts at deliveries, what became of them and how long they took. */
@Component
class DeliveryMeters {

    private final MeterRegistry meters;
    private volatile Backlog backlog = Backlog.NONE;

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge("claimgraph.deliveries.pending", this, self -> self.backlog.pending());
        meters.gauge("claimgraph.deliveries.parked", this, self -> self.backlog.parked());
        meters.gauge("claimgraph.webhooks.behind", this, self -> self.backlog.behind());
    }

    void measured(Backlog present) {
        backlog = present;
    }

    void attempted(Delivery after) {
        var outcome = switch (after.status()) {
            case DELIVERED -> "delivered";
            case PENDING -> "retried";
            case PARKED -> "parked";
        };
        meters.timer("claimgraph.deliveries", "outcome", outcome)
                .record(after.took() == null ? Duration.ZERO : after.took());
    }

    /**
     * What is not delivered yet, by whatever instance.
     *
     * @param pending deliveries that are to be attempted
     * @param parked deliveries that were given up; 10,000 of a webhook at most
     * @param behind notices that the slowest active webhook was not looked at for
     */
    record Backlog(long pending, long parked, long behind) {

        static final Backlog NONE = new Backlog(0, 0, 0);
    }
}
