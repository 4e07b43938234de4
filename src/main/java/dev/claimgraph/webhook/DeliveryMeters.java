package dev.claimgraph.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts attempts at deliveries, what became of them and how long they took. */
@Component
class DeliveryMeters {

    private final MeterRegistry meters;

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
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
}
