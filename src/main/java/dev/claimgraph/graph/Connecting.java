package dev.claimgraph.graph;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.NotificationClassification;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** Makes drivers like the one that Spring Boot made. */
class Connecting implements ConfigBuilderCustomizer {

    private @Nullable Config config;

    /**
     * An empty graph knows no labels yet, which Neo4j would otherwise report on every read. The driver's other logging puts together
     * what it would say of every message, parameters and all, before it is asked whether anybody wants to know. Half as many threads
     * read and write as there are processors: each finds more to do at a time, and fewer are woken.
     */
    @Override
    @SuppressWarnings("deprecation")
    public void customize(Config.ConfigBuilder builder) {
        config = builder.withDisabledNotificationClassifications(Set.of(NotificationClassification.UNRECOGNIZED))
                .withLogging(Logging.slf4j())
                .withEventLoopThreads(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
                .build();
    }

    Driver anew(Neo4jConnectionDetails to) {
        var tokens = to.getAuthTokenManager();
        return tokens == null
                ? GraphDatabase.driver(to.getUri(), to.getAuthToken(), config)
                : GraphDatabase.driver(to.getUri(), tokens, config);
    }
}
