package dev.claimgraph.graph;

import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** The kernel alone, as it comes but for its connectors: opens a data folder, asks it one thing, says so and ends. */
public final class BareKernel {

    public static final String OPEN = "open";

    private BareKernel() {}

    /** @param arguments the folder */
    public static void main(String... arguments) {
        var folder = Path.of(arguments[0]);
        var kernel = new DatabaseManagementServiceBuilder(folder)
                .setConfig(GraphDatabaseSettings.data_directory, folder)
                .setConfig(BoltConnector.enabled, false)
                .setConfig(HttpConnector.enabled, false)
                .build();
        kernel.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME)
                .executeTransactionally("RETURN 1", Map.of(), row -> row.next().get("1"));
        System.out.println(OPEN);
        kernel.shutdown();
        System.exit(0);
    }
}
