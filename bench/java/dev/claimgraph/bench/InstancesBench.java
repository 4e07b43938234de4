package dev.claimgraph.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Reads from one, two and more services on one database, each of all in a process of its own and given an equal share of the load: how
 * many a second, and on whose processor time, which tells where the database is the limit on a machine that has more processors.
 */
public final class InstancesBench {

    private static final String HEAD = """

            workload  instances | requests/s    p50 ms    p99 ms  errors | cpu ms a request: database  services  load | processors busy: database  services  load | most/s by one processor of the database, of the services
            """;

    private final RunningGraph graph;
    private final HttpOptions options;
    private final Path folder;
    private final List<RunningService> services = new ArrayList<>();

    private InstancesBench(RunningGraph graph, HttpOptions options, Path folder) {
        this.graph = graph;
        this.options = options;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        var options = HttpOptions.read("8", 60, arguments);
        System.out.printf(
                "%,d claims on %d processors, %d connections to each instance%n",
                options.scale().claims(),
                Runtime.getRuntime().availableProcessors(),
                options.connections().getFirst());
        var folder = LibraryFolder.of(options, "");
        try (var graph = RunningGraph.start(folder, options)) {
            new InstancesBench(graph, options, folder).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        var workloads = Stream.of(Reading.trace(options.scale()), Reading.list(options.scale()))
                .filter(workload -> options.measures(workload.name()))
                .toList();
        System.out.print(HEAD);
        for (var instances : options.instances().stream().sorted().toList()) {
            while (services.size() < instances) {
                services.add(started());
            }
            for (var workload : workloads) {
                round(workload, options.warmUp());
                var rounds = new ArrayList<Round>();
                for (var round = 0; round < options.rounds(); round++) {
                    rounds.add(round(workload, options.length()));
                }
                print(workload, rounds);
            }
        }
        for (var service : services) {
            service.close();
        }
    }

    private RunningService started() throws Exception {
        var own = Files.createDirectory(folder.resolve("instance-" + services.size()));
        var service = RunningService.start(graph, own, "");
        if (services.isEmpty()) {
            DoorCheck.run(service.http(), graph.driver());
        }
        return service;
    }

    /** Connections go round the instances. */
    private Round round(Workload workload, Duration length) throws Exception {
        var connections = services.size() * options.connections().getFirst();
        var ofDatabase = graph.process().cpu();
        var ofServices = cpuOfServices();
        var ofLoad = cpuOfLoad();
        var load = Load.run(
                connections,
                length,
                number -> workload.service(
                        services.get(number % services.size()).http(),
                        graph.driver(),
                        new Workload.Connection(number, connections)),
                failure -> System.out.println(failure));
        return new Round(
                load,
                milliseconds(ofDatabase, graph.process().cpu(), load),
                milliseconds(ofServices, cpuOfServices(), load),
                milliseconds(ofLoad, cpuOfLoad(), load));
    }

    private void print(Workload workload, List<Round> rounds) {
        var perSecond = median(rounds, round -> round.load().perSecond());
        var database = median(rounds, Round::database);
        var ofServices = median(rounds, Round::services);
        var load = median(rounds, Round::client);
        System.out.printf(
                "%-8s %10d | %10.1f %9.2f %9.2f %7d | %26.2f %9.2f %5.2f | %25.2f %9.2f %5.2f | %,.0f, %,.0f%n",
                workload.name(),
                services.size(),
                perSecond,
                median(rounds, round -> round.load().median()),
                median(rounds, round -> round.load().p99()),
                rounds.stream().mapToLong(round -> round.load().errors()).sum(),
                database,
                ofServices,
                load,
                perSecond * database / 1_000,
                perSecond * ofServices / 1_000,
                perSecond * load / 1_000,
                1_000 / database,
                1_000 / ofServices);
    }

    private Duration cpuOfServices() {
        return services.stream().map(service -> service.process().cpu()).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpuOfLoad() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double milliseconds(Duration before, Duration after, Load.Result load) {
        return after.minus(before).toNanos() / 1e6 / Math.max(1, load.requests());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Figures.median(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    /** One round: its load, and milliseconds of processor time that a request took. */
    private record Round(Load.Result load, double database, double services, double client) {}
}
