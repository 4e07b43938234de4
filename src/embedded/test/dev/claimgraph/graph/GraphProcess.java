package dev.claimgraph.graph;

import dev.claimgraph.ClaimgraphProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.SessionConfig;

/** A Neo4j in a process of its own, which can be killed and started again, and is then found where it was. */
public final class GraphProcess implements AutoCloseable {

    public static final String PASSWORD = "claimgraph";

    private final Path folder;
    private final Line line;
    private Process process;
    private volatile boolean killed;

    private GraphProcess(Path folder) throws IOException {
        this.folder = folder;
        this.line = new Line(start());
    }

    public static GraphProcess start(Path folder) throws IOException {
        return new GraphProcess(folder);
    }

    public String uri() {
        return "bolt://127.0.0.1:" + line.port();
    }

    public void kill() throws InterruptedException {
        killed = true;
        process.destroyForcibly().waitFor();
    }

    public void restart() throws IOException {
        line.to(start());
        killed = false;
    }

    public boolean isKilled() {
        return killed;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        line.close();
    }

    private URI start() throws IOException {
        process = new ProcessBuilder(ClaimgraphProcess.java(GraphProcess.class, List.of(folder.toString())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return URI.create(process.inputReader().readLine());
    }

    /** Runs in the process, until the one that started it kills it or ends. */
    public static void main(String... arguments) throws IOException {
        var neo4j = EmbeddedNeo4j.start(DataFolder.hold(Path.of(arguments[0])));
        try (var driver = GraphDatabase.driver(neo4j.getUri(), neo4j.getAuthToken());
                var session = driver.session(SessionConfig.forDatabase("system"))) {
            session.run("ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", PASSWORD))
                    .consume();
        }
        System.out.println(neo4j.getUri());
        System.exit(System.in.read());
    }
}
