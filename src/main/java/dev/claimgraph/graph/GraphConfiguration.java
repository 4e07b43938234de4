package dev.claimgraph.graph;

import java.time.Duration;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;

/** Prepares the driver that everything else sees, wherever its Neo4j runs. */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

    @Bean
    static MigratingDriver migratingDriver(
            ObjectProvider<Neo4jConnectionDetails> connection,
            ObjectProvider<Connecting> connecting,
            Environment environment) {
        return new MigratingDriver(
                connection,
                connecting,
                !environment.getProperty("spring.neo4j.uri", "").isBlank(),
                environment.getRequiredProperty("spring.data.neo4j.database"),
                environment.getProperty("claimgraph.limits.time", Duration.class, Duration.ofSeconds(10)));
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    Connecting connecting() {
        return new Connecting();
    }

    /** Whatever an instance reads is at least as new as what it saw before, in a transaction or out of one, and as the request saw. */
    @Bean
    Neo4jBookmarkManager bookmarkManager() {
        return Neo4jBookmarkManager.create(Seen::before);
    }

    @Bean
    Neo4jClient neo4jClient(Driver driver, DatabaseSelectionProvider database) {
        return Neo4jClient.create(Reading.by(driver), database);
    }
}
