package dev.claimgraph.graph;

import ac.simons.neo4j.migrations.core.MigrationsException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** Migrates the graph before anybody is handed its driver, so that nobody sees it half migrated; see also {@link TimeLimit}. */
class MigratingDriver implements BeanPostProcessor {

    private static final Set<String> SCHEMES = Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

    private final ObjectProvider<Neo4jConnectionDetails> connection;
    private final String database;
    private final Duration limit;

    MigratingDriver(ObjectProvider<Neo4jConnectionDetails> connection, String database, Duration limit) {
        this.connection = connection;
        this.database = database;
        this.limit = limit;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof Neo4jConnectionDetails details) {
            check(details.getUri());
        } else if (bean instanceof Driver driver) {
            try {
                connect(driver);
                migrate(driver);
            } catch (RuntimeException e) {
                driver.close();
                throw e;
            }
            return TimeLimit.on(driver, limit);
        }
        return bean;
    }

    private static void check(URI uri) {
        if (uri.getHost() == null || !SCHEMES.contains(uri.getScheme())) {
            throw new GraphUnavailable(
                    "%s is not the address of a Neo4j: set spring.neo4j.uri to one like bolt://host:7687 or neo4j://host:7687, or leave it out."
                            .formatted(uri));
        }
    }

    private void connect(Driver driver) {
        try (var session = driver.session(SessionConfig.forDatabase(database))) {
            session.run("RETURN 1").consume();
        } catch (AuthenticationException e) {
            throw new GraphUnavailable(
                    "Neo4j at %s refuses the user name or password: check spring.neo4j.authentication.username and .password."
                            .formatted(uri()),
                    e);
        } catch (ServiceUnavailableException e) {
            throw new GraphUnavailable(
                    "Neo4j at %s does not answer: start it, or correct spring.neo4j.uri.".formatted(uri()), e);
        } catch (Neo4jException e) {
            throw new GraphUnavailable(
                    "Neo4j at %s cannot be used, so correct that or spring.neo4j.uri: %s"
                            .formatted(uri(), e.getMessage()),
                    e);
        }
    }

    private void migrate(Driver driver) {
        try {
            new Migration(driver, database).bringUpToDate();
        } catch (MigrationsException e) {
            throw new GraphUnavailable("The graph at %s cannot be migrated: %s".formatted(uri(), e.getMessage()), e);
        }
    }

    private Object uri() {
        return connection.getObject().getUri();
    }
}
