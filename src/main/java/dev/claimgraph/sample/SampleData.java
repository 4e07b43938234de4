package dev.claimgraph.sample;

import dev.claimgraph.access.NoProvider;
import dev.claimgraph.history.ChangeLog;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/**
 * Loads the sample company into an empty graph, after the local accounts, who are its people, are there and before the service answers
 * anybody: in one transaction, so a start that is cut short leaves the graph empty, and of two at once one loads.
 */
@Component
@ConditionalOnBooleanProperty("claimgraph.sample-data")
@NoProvider
class SampleData implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SampleData.class);

    private final SampleLoader loader;
    private final Neo4jClient neo4j;
    private final ChangeLog changes;
    private volatile boolean running;

    SampleData(SampleLoader loader, Neo4jClient neo4j, ChangeLog changes) {
        this.loader = loader;
        this.neo4j = neo4j;
        this.changes = changes;
    }

    @Override
    public void start() {
        var started = System.nanoTime();
        var loaded = changes.writeAtLength(() -> isEmpty() ? load() : null);
        if (loaded != null) {
            var seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
            log.info("Loaded the sample company in {} s: {}", seconds, loaded.summary());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the local accounts, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }

    private SampleCompany load() {
        var company = SampleCompany.read();
        loader.load(company);
        return company;
    }

    private boolean isEmpty() {
        return neo4j.query("RETURN NOT EXISTS { (:Product|Subject|Fact|Claim) }")
                .fetchAs(Boolean.class)
                .one()
                .orElseThrow();
    }
}
