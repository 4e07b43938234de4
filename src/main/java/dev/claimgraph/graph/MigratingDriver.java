package dev.claimgraph.graph;

import ac.simons.neo4j.migrations.core.MigrationsException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/**
 * Migrates the graph before anybody is handed its driver, so that nobody sees it half migrated, and within another
 * limit of time, for it takes the longer the larger the graph is; see also {@link TimeLimit} and,
 * for a Neo4j outside of this process, {@link Heartbeat}.
 */
class MigratingDriver implements BeanPostProcessor, AutoCloseable {

    private static final Set<String> SCHEMES = Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

    private static final Duration LONGEST_MIGRATION = Duration.ofHours(1);

    private final ObjectProvider<Neo4jConnectionDetails> connection;
    private final ObjectProvider<Connecting> connecting;
    private final boolean isOutside;
    private final String database;
    private final Duration limit;
    private @Nullable Heartbeat heartbeat;

    MigratingDriver(
            ObjectProvider<Neo4jConnectionDetails> connection,
            ObjectProvider<Connecting> connecting,
            boolean isOutside,
            String database,
            Duration limit) {
        this.connection = connection;
        this.connecting = connecting;
        this.isOutside = isOutside;
        this.database = database;
        this.limit = limit;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof Neo4jConnectionDetails details) {
            check(details.getUri());
        } else if (bean instanceof Driver first) {
            var driver = isOutside ? watched(first) : first;
            var limited = TimeLimit.on(driver, limit);
            try {
                connect(limited);
                migrate(TimeLimit.on(driver, LONGEST_MIGRATION));
            } catch (RuntimeException e) {
                driver.close();
                throw e;
            }
            return limited;
        }
        return bean;
    }

    @Override
    public void close() {
        if (heartbeat != null) {
            heartbeat.close();
        }
    }

    private Driver watched(Driver first) {
        heartbeat = new Heartbeat(first, () -> connecting.getObject().anew(connection.getObject()));
        return heartbeat.driver();
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
            throw new GraphUnavailable(
                    "The graph at %s cannot be migrated: %s".formatted(uri(), Migration.reason(e)), e);
        }
    }

    private Object uri() {
        return connection.getObject().getUri();
    }
}
