package dev.claimgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures as a table and as JSON. */
final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String HEAD = """

            workload  conn | service/s    p50 ms    p99 ms  errors  cpu ms service  database | by hand/s    p50 ms    p99 ms  errors  cpu ms database | ratio  goal
            """;

    private Report() {}

    static void head() {
        System.out.print(HEAD);
    }

    static void line(Comparison compared) {
        var ours = compared.service();
        var theirs = compared.byHand();
        System.out.printf(
                "%-8s %5d | %9.1f %9.2f %9.2f %7d %15.2f %9.2f | %9.1f %9.2f %9.2f %7d %16.2f | %5.2f  %s%n",
                compared.workload(),
                compared.connections(),
                Comparison.median(ours, round -> round.load().perSecond()),
                Comparison.median(ours, round -> round.load().median()),
                Comparison.median(ours, round -> round.load().p99()),
                Comparison.errors(ours),
                Comparison.median(ours, Comparison.Round::serviceCpu),
                Comparison.median(ours, Comparison.Round::databaseCpu),
                Comparison.median(theirs, round -> round.load().perSecond()),
                Comparison.median(theirs, round -> round.load().median()),
                Comparison.median(theirs, round -> round.load().p99()),
                Comparison.errors(theirs),
                Comparison.median(theirs, Comparison.Round::databaseCpu),
                compared.ratio(),
                compared.goal() > 0 ? "%.2f at 8".formatted(compared.goal()) : "");
    }

    static void write(Path file, HttpOptions options, List<Comparison> compared) throws IOException {
        var report = new TreeMap<String, Object>(Map.of(
                "at", Instant.now().toString(),
                "java", System.getProperty("java.vm.version"),
                "processors", Runtime.getRuntime().availableProcessors(),
                "claims", options.scale().claims(),
                "audiences", options.scale().audiences(),
                "rounds", options.rounds(),
                "seconds", options.length().toSeconds(),
                "warmup", options.warmUp().toSeconds(),
                "measured", compared.stream().map(Report::figures).toList()));
        Files.writeString(file, JSON.writeValueAsString(report) + "\n");
    }

    private static Map<String, Object> figures(Comparison compared) {
        return new TreeMap<>(Map.of(
                "workload", compared.workload(),
                "connections", compared.connections(),
                "goal", compared.goal(),
                "ratio", compared.ratio(),
                "service", side(compared.service()),
                "byHand", side(compared.byHand())));
    }

    private static Map<String, Object> side(List<Comparison.Round> rounds) {
        return new TreeMap<>(Map.of(
                "perSecond", Comparison.median(rounds, round -> round.load().perSecond()),
                "p50", Comparison.median(rounds, round -> round.load().median()),
                "p99", Comparison.median(rounds, round -> round.load().p99()),
                "errors", Comparison.errors(rounds),
                "serviceCpuSeconds", Comparison.median(rounds, Comparison.Round::serviceCpu) / 1_000,
                "databaseCpuSeconds", Comparison.median(rounds, Comparison.Round::databaseCpu) / 1_000,
                "clientCpuSeconds", Comparison.median(rounds, Comparison.Round::clientCpu) / 1_000,
                "notToldYet", Comparison.median(rounds, Comparison.Round::behind),
                "rounds", rounds));
    }
}
