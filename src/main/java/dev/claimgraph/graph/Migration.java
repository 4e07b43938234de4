package dev.claimgraph.graph;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import java.time.Duration;
import java.time.Instant;
import org.neo4j.driver.Driver;

/** Brings the graph's constraints and indexes up to date; of instances that start together, one does and the others wait. */
class Migration {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Migrations migrations;

    Migration(Driver driver, String database) {
        this.migrations = new Migrations(
                MigrationsConfig.builder()
                        .withLocationsToScan("classpath:neo4j/migrations")
                        .withDatabase(database)
                        .build(),
                driver);
    }

    /** @throws MigrationsException if a script fails, or another instance does not finish */
    void bringUpToDate() {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                migrations.apply();
                return;
            } catch (MigrationsException e) {
                if (!isAboutTheLock(e) || Instant.now().isAfter(deadline)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static boolean isAboutTheLock(MigrationsException e) {
        return e.getMessage() != null && e.getMessage().contains("__Neo4jMigrationsLock");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
