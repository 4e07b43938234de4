package dev.claimgraph.staleness;

import static dev.claimgraph.staleness.Sample.date;
import static dev.claimgraph.staleness.Sample.number;
import static dev.claimgraph.staleness.Sample.set;
import static dev.claimgraph.staleness.Sample.text;
import static dev.claimgraph.staleness.Sample.truth;
import static dev.claimgraph.staleness.Sample.version;

import java.util.List;
import java.util.Map;

/** The values that each attribute takes in the plain world: equal ones in other forms, and ones that do not fit, among them. */
final class Samples {

    static final Map<String, List<Sample>> OF = Map.of(
            "size",
            List.of(
                    number("50", "GB", "bytes", 50e9),
                    number("50000", "MB", "bytes", 50e9),
                    number("0.05", "TB", "bytes", 50e9),
                    number("400", "Gbit", "bytes", 50e9),
                    number("100", "GB", "bytes", 100e9),
                    number("50", "GiB", "bytes", 53_687_091_200d),
                    number("20", "GB", "bytes", 20e9),
                    number("50", "seats", "seats", 50),
                    number("50", "", "bare number", 50),
                    text("50 GB", "50 GB")),
            "formats",
            List.of(
                    set(List.of("pdf", "docx"), "docx", "pdf"),
                    set(List.of("docx", "pdf", " pdf "), "docx", "pdf"),
                    set(List.of("pdf"), "pdf"),
                    set(List.of("docx"), "docx"),
                    set(List.of()),
                    text("pdf and docx", "pdf and docx")),
            "version",
            List.of(
                    version("1.0", "1", 1),
                    version("1.0.0", "1", 1),
                    version("1.0-rc1", "1-rc1", 0.9),
                    version("1.9", "1.9", 1.9),
                    version("1.10", "1.10", 1.91),
                    version("2.0", "2", 2),
                    text("2.0", "2.0")),
            "tier",
            List.of(
                    text("Gold Caf\u00e9", "Gold Caf\u00e9"),
                    text(" Gold Cafe\u0301 ", "Gold Caf\u00e9"),
                    text("Silver", "Silver"),
                    truth(true)),
            "since",
            List.of(date("2026-01-01", 1), date("2026-06-01", 2), text("2026-01-01", "2026-01-01")),
            "encrypted",
            List.of(truth(true), truth(false)),
            "seats",
            List.of(
                    number("12", "seats", "seats", 12),
                    number("100", "seats", "seats", 100),
                    number("12", "users", "users", 12)),
            "colour",
            List.of(text("red", "red"), text("blue", "blue")));

    static final List<String> NAMES = OF.keySet().stream().sorted().toList();

    private Samples() {}

    static Sample of(String attribute, int pick) {
        var samples = OF.get(attribute);
        return samples.get(Math.floorMod(pick, samples.size()));
    }
}
