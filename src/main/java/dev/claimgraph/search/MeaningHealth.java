package dev.claimgraph.search;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says DEGRADED where claims are found by their words alone; nothing else suffers from it, so readiness does not look here. */
@Component
class MeaningHealth implements HealthIndicator {

    private final Meaning meaning;

    MeaningHealth(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public Health health() {
        return meaning.isMissing()
                ? Health.status("DEGRADED").build()
                : Health.up().build();
    }
}
