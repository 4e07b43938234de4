package dev.claimgraph.bench;

import dev.claimgraph.ClaimgraphApplication;
import dev.claimgraph.graph.GraphServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The service in a process of its own, as it runs in production, on a database beside it. */
record RunningService(Forked process, Http http) implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final String HEAP = "1g";

    /** @param model what embeds; where it names none, claims are found by words alone */
    static RunningService start(RunningGraph graph, Path folder, String model) throws IOException, InterruptedException {
        var process = Forked.start(
                ClaimgraphApplication.class,
                HEAP,
                folder.resolve("service.log"),
                "--server.port=0",
                "--claimgraph.sample-data=false",
                "--claimgraph.search.model=" + (model.isEmpty() ? "none" : model),
                "--spring.neo4j.uri=" + graph.uri(),
                "--spring.neo4j.authentication.username=neo4j",
                "--spring.neo4j.authentication.password=" + GraphServer.PASSWORD);
        return new RunningService(process, Http.at(Integer.parseInt(process.says(PORT))));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.stop();
        process.close();
    }
}
