package dev.claimgraph.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Measures the service over HTTP beside hand-written Cypher through the driver, on one generated library; each in a process of its own. */
public final class HttpBench {

    static final String MODEL = "dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel";
    private static final String NONE = "";

    private HttpBench() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        var options = HttpOptions.read(arguments);
        System.out.printf(
                "%,d claims on %d processors, %s%n",
                options.scale().claims(), Runtime.getRuntime().availableProcessors(), System.getProperty("java.vm.version"));
        var compared = new ArrayList<Comparison>();
        for (var model : List.of(NONE, MODEL)) {
            var wanted = workloads(options.scale())
                    .filter(workload -> options.measures(workload.name()) && workload.needsMeaning() == !model.isEmpty())
                    .toList();
            if (!wanted.isEmpty()) {
                measure(LibraryFolder.of(options, model), model, wanted, options, compared);
            }
        }
        System.exit(0);
    }

    /** Those that write come last: claims that are stale are found by fewer. */
    private static Stream<Workload> workloads(Scale scale) {
        return Stream.of(
                Reading.trace(scale),
                Reading.list(scale),
                Reading.search(),
                new Verifying(scale),
                Revising.any(scale),
                Revising.busy(),
                Reading.find(),
                new Checking());
    }

    private static void measure(
            Path folder, String model, List<Workload> workloads, HttpOptions options, List<Comparison> compared)
            throws Exception {
        try (var graph = RunningGraph.start(folder, options);
                var service = RunningService.start(graph, folder, model)) {
            DoorCheck.run(service.http(), graph.driver());
            Report.head();
            for (var workload : workloads) {
                var measured = new Measuring(workload, graph, service, options);
                measured.warmUp();
                for (var connections : options.connections()) {
                    if (connections <= workload.mostConnections()) {
                        compared.add(measured.compare(connections));
                        Report.line(compared.getLast());
                        if (options.json() != null) {
                            Report.write(options.json(), options, compared);
                        }
                    }
                }
            }
        }
    }
}
