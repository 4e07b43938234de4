package dev.claimgraph.graph;

import java.time.Duration;
import java.util.Set;
import org.neo4j.driver.NotificationClassification;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Prepares the driver that everything else sees, wherever its Neo4j runs. */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

    @Bean
    static MigratingDriver migratingDriver(ObjectProvider<Neo4jConnectionDetails> connection, Environment environment) {
        return new MigratingDriver(
                connection,
                environment.getRequiredProperty("spring.data.neo4j.database"),
                environment.getProperty("claimgraph.limits.time", Duration.class, Duration.ofSeconds(10)));
    }

    /** An empty graph knows no labels yet, which Neo4j would otherwise report on every read. */
    @Bean
    ConfigBuilderCustomizer quietOnUnknownLabels() {
        return config ->
                config.withDisabledNotificationClassifications(Set.of(NotificationClassification.UNRECOGNIZED));
    }
}
