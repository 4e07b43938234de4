package dev.claimgraph.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.Driver;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.api.impl.index.lucene.LuceneSettings;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** A Neo4j as one that somebody runs beside the service: in a process of its own, with the settings of docker-compose.yml, a page cache and a shorter log. */
public final class GraphServer {

    public static final String PASSWORD = "claimgraph";

    private GraphServer() {}

    /** Brings an empty graph to where the service would bring it. */
    public static void migrate(Driver driver) {
        new Migration(driver, "neo4j").bringUpToDate();
    }

    /** Says where it listens, and ends in order once its input does. The arguments: a folder, and megabytes of page cache. */
    public static void main(String... arguments) throws IOException {
        var kernel = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(Long.parseLong(arguments[1])))
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "256M size")
                .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.bookmark_ready_timeout, Duration.ofSeconds(3))
                .setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
                .setConfig(LuceneSettings.vector_standard_merge_factor, 10)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(HttpConnector.enabled, false)
                .build();
        var system = (GraphDatabaseAPI) kernel.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
        var isNew = system.executeTransactionally(
                "SHOW USERS YIELD passwordChangeRequired", Map.of(), users -> users.next().get("passwordChangeRequired"));
        if (Boolean.TRUE.equals(isNew)) {
            system.executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", PASSWORD));
        }
        var bolt = system.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT);
        System.out.println("bolt://127.0.0.1:" + bolt.getPort());
        while (System.in.read() >= 0) {}
        kernel.shutdown();
        System.exit(0);
    }
}
