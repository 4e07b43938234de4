package dev.claimgraph.graph;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

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
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** A Neo4j inside this process, which the driver reaches like any other: over Bolt, with a password. */
final class EmbeddedNeo4j implements Neo4jConnectionDetails, AutoCloseable {

    private static final String USER = "neo4j";

    private final DataFolder folder;
    private final DatabaseManagementService kernel;
    private final String password = UUID.randomUUID().toString();

    EmbeddedNeo4j(DataFolder folder) {
        this.folder = folder;
        this.kernel = start(folder);
        setPassword();
    }

    @Override
    public URI getUri() {
        var bolt = ((GraphDatabaseAPI) kernel.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME))
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT);
        return URI.create("bolt://127.0.0.1:" + bolt.getPort());
    }

    @Override
    public AuthToken getAuthToken() {
        return AuthTokens.basic(USER, password);
    }

    @Override
    public void close() {
        kernel.shutdown();
        folder.close();
    }

    private void setPassword() {
        kernel.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER $user SET PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("user", USER, "password", password));
    }

    /** Modest sizes, so that the kernel leaves most of a 1 GB heap and machine to the service. */
    private static DatabaseManagementService start(DataFolder folder) {
        return new DatabaseManagementServiceBuilder(folder.path())
                .setConfig(GraphDatabaseSettings.data_directory, folder.path())
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(BoltConnector.enable_discovery, false)
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO)
                .setConfig(HttpConnector.enabled, false)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.debug_log_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(32))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "128M size")
                .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
                .build();
    }
}
