package dev.claimgraph.bench;

import dev.claimgraph.bench.Comparison.Round;
import dev.claimgraph.bench.Workload.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Puts the load of one workload on the service and on the database in turn, and reads their clocks meanwhile. */
final class Measuring {

    private static final int WARMING = 8;

    private final Workload workload;
    private final RunningGraph graph;
    private final RunningService service;
    private final HttpOptions options;
    private final NoticeLog notices;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    Measuring(Workload workload, RunningGraph graph, RunningService service, HttpOptions options) {
        this.workload = workload;
        this.graph = graph;
        this.service = service;
        this.options = options;
        this.notices = new NoticeLog(graph.driver());
    }

    void warmUp() throws Exception {
        workload.check(service.http(), graph.driver());
        var connections = Math.min(WARMING, workload.mostConnections());
        service(connections, options.warmUp());
        byHand(connections, options.warmUp());
    }

    Comparison compare(int connections) throws Exception {
        var ours = new ArrayList<Round>();
        var theirs = new ArrayList<Round>();
        for (var round = 0; round < options.rounds(); round++) {
            ours.add(service(connections, options.length()));
            theirs.add(byHand(connections, options.length()));
        }
        return new Comparison(workload.name(), connections, workload.goal(), ours, theirs);
    }

    /** Notices are told from the start to the end of it, and not until the round by hand that follows is over. */
    private Round service(int connections, Duration length) throws Exception {
        var round = round(
                connections, length, connection -> workload.service(service.http(), graph.driver(), connection));
        var behind = workload.writes() ? notices.hold() : 0;
        return new Round(round.load(), round.serviceCpu(), round.databaseCpu(), round.clientCpu(), behind);
    }

    private Round byHand(int connections, Duration length) throws Exception {
        var round = round(connections, length, connection -> workload.byHand(graph.driver(), connection));
        if (workload.writes()) {
            notices.release();
        }
        return round;
    }

    private Round round(int connections, Duration length, Function<Connection, Runnable> connect) throws Exception {
        var ofService = service.process().cpu();
        var ofDatabase = graph.process().cpu();
        var ofClient = client();
        var load = Load.run(
                connections, length, number -> connect.apply(new Connection(number, connections)), this::failed);
        return new Round(
                load,
                milliseconds(ofService, service.process().cpu(), load),
                milliseconds(ofDatabase, graph.process().cpu(), load),
                milliseconds(ofClient, client(), load),
                0);
    }

    /** Only the first of a workload is shown; all are counted. */
    private void failed(RuntimeException failure) {
        if (hasFailed.compareAndSet(false, true)) {
            System.out.printf("The first error of %s: %s%n", workload.name(), failure);
        }
    }

    private static Duration client() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double milliseconds(Duration before, Duration after, Load.Result load) {
        return after.minus(before).toNanos() / 1e6 / Math.max(1, load.requests());
    }
}
