package dev.claimgraph.graph;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings the graph's constraints and indexes up to date; of instances that start together, one does and the others wait. */
class Migration {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final String LOCKED =
            "another instance migrates the graph, or was killed while it did; if none runs, remove what it left by"
                    + " MATCH (lock:__Neo4jMigrationsLock) DELETE lock.";

    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Duration quiet;
    private final Migrations migrations;

    Migration(Driver driver, String database) {
        this(driver, database, QUIET);
    }

    /** @param quiet how long nothing is said of a migration that lasts */
    Migration(Driver driver, String database, Duration quiet) {
        this.quiet = quiet;
        this.migrations = new Migrations(
                MigrationsConfig.builder()
                        .withLocationsToScan("classpath:neo4j/migrations")
                        .withResourceScanner(Migration::scripts)
                        .withDatabase(database)
                        .build(),
                driver);
    }

    /** @throws MigrationsException if a script fails, or another instance does not finish */
    void bringUpToDate() {
        var deadline = Instant.now().plus(PATIENCE);
        var waits = false;
        try (var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("migration").daemon().factory())) {
            while (true) {
                var telling = clock.scheduleAtFixedRate(
                        Migration::tell, quiet.toMillis(), A_MINUTE.toMillis(), TimeUnit.MILLISECONDS);
                try {
                    migrations.apply();
                    return;
                } catch (MigrationsException e) {
                    if (!isAboutTheLock(e) || Instant.now().isAfter(deadline)) {
                        throw e;
                    }
                    if (!waits) {
                        log.info("Waiting for at most ten minutes: {}", LOCKED);
                        waits = true;
                    }
                } finally {
                    telling.cancel(false);
                }
                pause();
            }
        }
    }

    private static void tell() {
        log.info("Bringing the graph up to date, which takes minutes for a large one; nothing is answered until then");
    }

    /** The scripts where they are known to be; looking through every jar for them takes seconds. */
    private static List<URL> scripts(List<String> locations) {
        var resolver = new PathMatchingResourcePatternResolver();
        var found = new ArrayList<URL>();
        try {
            for (var location : locations) {
                for (var script : resolver.getResources(location + "/*.cypher")) {
                    found.add(script.getURL());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Why it came to nothing, as a sentence. */
    static String reason(MigrationsException e) {
        if (isAboutTheLock(e)) {
            return LOCKED;
        }
        var cause = NestedExceptionUtils.getRootCause(e);
        return cause == null ? String.valueOf(e.getMessage()) : e.getMessage() + " " + cause.getMessage();
    }

    private static boolean isAboutTheLock(MigrationsException e) {
        return e.getMessage() != null && e.getMessage().contains("__Neo4jMigrationsLock");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while another instance migrated the graph.", e);
        }
    }
}
