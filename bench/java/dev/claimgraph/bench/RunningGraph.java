package dev.claimgraph.bench;

import dev.claimgraph.graph.GraphServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A database in a process of its own, and the driver to it. */
record RunningGraph(Forked process, String uri, Driver driver) implements AutoCloseable {

    /** As docker-compose.yml has it. */
    private static final List<String> FLAGS = List.of("--add-modules=jdk.incubator.vector");

    private static final Pattern ADDRESS = Pattern.compile("(bolt://\\S+)\n");

    static RunningGraph start(Path folder, HttpOptions options) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var process = Forked.start(
                GraphServer.class,
                options.heap(),
                FLAGS,
                folder.resolve("graph.log"),
                folder.toString(),
                String.valueOf(options.pageCache()));
        var uri = process.says(ADDRESS);
        var driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", GraphServer.PASSWORD));
        driver.executableQuery("RETURN 1").execute();
        return new RunningGraph(process, uri, driver);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        driver.close();
        process.close();
    }
}
