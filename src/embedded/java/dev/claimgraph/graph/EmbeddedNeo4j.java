package dev.claimgraph.graph;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.graphdb.event.DatabaseEventContext;
import org.neo4j.graphdb.event.DatabaseEventListenerAdapter;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.api.impl.index.lucene.LuceneSettings;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.core.NestedExceptionUtils;

/** A Neo4j inside this process, which the driver reaches like any other: over Bolt, with a password. */
final class EmbeddedNeo4j implements Neo4jConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedNeo4j.class);

    private static final String USER = "neo4j";
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);

    private final DatabaseManagementService kernel;
    private final String password = UUID.randomUUID().toString();

    private EmbeddedNeo4j(DatabaseManagementService kernel) {
        this.kernel = kernel;
    }

    static EmbeddedNeo4j start(DataFolder folder) {
        var neo4j = new EmbeddedNeo4j(kernel(folder));
        try {
            neo4j.endWithTheGraph(folder);
            neo4j.setPassword();
            neo4j.forgetMigrationsThatDied();
            return neo4j;
        } catch (RuntimeException e) {
            neo4j.close();
            throw unusable(folder, e);
        }
    }

    @Override
    public URI getUri() {
        var bolt = system().getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT);
        return URI.create("bolt://127.0.0.1:" + bolt.getPort());
    }

    @Override
    public AuthToken getAuthToken() {
        return AuthTokens.basic(USER, password);
    }

    String password() {
        return password;
    }

    /** Refuses writes until told otherwise, and goes on reading. */
    void readOnly(boolean is) {
        system().getDependencyResolver()
                .resolveDependency(Config.class)
                .setDynamic(
                        GraphDatabaseSettings.read_only_databases,
                        is ? Set.of(GraphDatabaseSettings.DEFAULT_DATABASE_NAME) : Set.of(),
                        "room on the disk");
    }

    /** On a full disk the kernel tries without end to write what it has in memory, which its log has as well. */
    @Override
    public void close() {
        try {
            if (!Thread.ofVirtual().start(kernel::shutdown).join(LONGEST_CLOSE)) {
                log.warn("The graph was not closed in order; the next start restores it from its log");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A graph that could not write its log spoils the log's end when it is closed, and restores itself when it is not. */
    private void endWithTheGraph(DataFolder folder) {
        kernel.registerDatabaseEventListener(new DatabaseEventListenerAdapter() {
            @Override
            public void databasePanic(DatabaseEventContext context) {
                log.error(
                        "The graph in the data folder {} cannot be written to, so the service ends: see to that disk"
                                + " and start again. What was acknowledged is kept.",
                        folder.path());
                Runtime.getRuntime().halt(1);
            }
        });
    }

    private void setPassword() {
        system().executeTransactionally(
                        "ALTER USER $user SET PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("user", USER, "password", password));
    }

    /** Nobody else is on this graph yet, so whoever holds the lock of migrations died holding it. */
    private void forgetMigrationsThatDied() {
        kernel.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME)
                .executeTransactionally("MATCH (lock:__Neo4jMigrationsLock) DELETE lock");
    }

    private GraphDatabaseAPI system() {
        return (GraphDatabaseAPI) kernel.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
    }

    private static DatabaseManagementService kernel(DataFolder folder) {
        try {
            return modest(new DatabaseManagementServiceBuilder(folder.path()), folder)
                    .build();
        } catch (RuntimeException e) {
            throw unusable(folder, e);
        }
    }

    private static GraphUnavailable unusable(DataFolder folder, RuntimeException e) {
        return new GraphUnavailable(
                "The graph in the data folder %s cannot be opened, so restore that folder or choose another with claimgraph.data-dir: %s"
                        .formatted(
                                folder.path(),
                                NestedExceptionUtils.getMostSpecificCause(e).getMessage()),
                e);
    }

    /**
     * Sizes that leave most of a 1 GB heap and machine to the service, nothing listening but Bolt, a statement planned
     * once, not anew for other sizes of what it is given, because a plan takes longer than the statement, and indexes of
     * meanings in a few segments, each of which is searched, instead of fifty.
     */
    private static DatabaseManagementServiceBuilder modest(
            DatabaseManagementServiceBuilder builder, DataFolder folder) {
        return builder.setConfig(GraphDatabaseSettings.data_directory, folder.path())
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(32))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "128M size")
                .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
                .setConfig(GraphDatabaseSettings.debug_log_enabled, false)
                .setConfig(GraphDatabaseSettings.bookmark_ready_timeout, Duration.ofSeconds(3))
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(BoltConnector.enable_discovery, false)
                .setConfig(HttpConnector.enabled, false)
                .setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
                .setConfig(LuceneSettings.vector_standard_merge_factor, 10)
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO);
    }
}
