package dev.claimgraph.copycheck;

import dev.claimgraph.bench.Copywriter;
import dev.claimgraph.bench.Figures;
import dev.claimgraph.bench.Options;
import dev.claimgraph.bench.Wordings;
import dev.claimgraph.search.Meaning;
import dev.claimgraph.search.SaidBefore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Checking a draft of 10,000 characters against 10,000 claims and against all. Goals: under a second, and under twice as long. */
public final class CheckBench {

    private static final int LENGTH = 10_000;
    private static final int FEW = 10_000;

    private final Checker checker;
    private final SaidBefore library;
    private final Meaning meaning;
    private final Copywriter writer;

    private CheckBench(ApplicationContext context, Copywriter writer) {
        this.checker = context.getBean(Checker.class);
        this.library = context.getBean(SaidBefore.class);
        this.meaning = context.getBean(Meaning.class);
        this.writer = writer;
    }

    public static void run(ApplicationContext context, Wordings wordings, Copywriter writer, Options options) {
        System.out.printf("%nChecking a draft of %,d characters%n", LENGTH);
        var bench = new CheckBench(context, writer);
        var few = bench.measure(wordings.load(Math.min(FEW, options.claims())), options);
        var all = bench.measure(wordings.load(options.claims()), options);
        System.out.printf("few %.0f ms (goal: under 1,000), all %.0f ms, ratio %.2f (goal: under 2)%n", few, all, all / few);
    }

    /** Warms up by one half of the claims and measures by the other, which the service has not read in a draft before. */
    private double measure(List<String> claims, Options options) {
        var half = claims.size() / 2;
        warmUp(claims.subList(0, half), options.warmUp());
        var others = claims.subList(half, claims.size());
        var times = new ArrayList<Double>();
        var parts = new ArrayList<Parts>();
        for (var round = 0; round < options.rounds(); round++) {
            var draft = draft(others);
            times.add(timed(() -> checker.findings(draft)));
            parts.add(parts(draft(others)));
        }
        System.out.printf(
                "%,d claims: median %.0f ms; embedding %.0f ms, candidates %.0f ms, the rest %.0f ms%n",
                claims.size(),
                Figures.median(times),
                Figures.median(parts.stream().map(Parts::embedding).toList()),
                Figures.median(parts.stream().map(Parts::candidates).toList()),
                Figures.median(parts.stream().map(Parts::rest).toList()));
        return Figures.median(times);
    }

    private void warmUp(List<String> claims, Duration length) {
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            checker.findings(draft(claims));
        }
    }

    /** What is embedded once is remembered, so each step takes what it adds to those before. */
    private Parts parts(Draft draft) {
        var texts = draft.passages().stream().map(Passage::text).toList();
        var embedding = timed(() -> meaning.of(texts));
        var candidates = timed(() -> library.near(texts));
        return new Parts(embedding, candidates, timed(() -> checker.findings(draft)) - candidates);
    }

    private Draft draft(List<String> claims) {
        return Draft.read(writer.draft(claims, LENGTH), CopyFormat.PLAIN, null, null);
    }

    private static double timed(Runnable step) {
        var start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Where the time of one check goes, in milliseconds. */
    private record Parts(double embedding, double candidates, double rest) {}
}
