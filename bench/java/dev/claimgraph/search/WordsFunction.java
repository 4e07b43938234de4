package dev.claimgraph.search;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to hold a query against one wording that the index found: once of English letters alone, once with what takes normalising. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WordsFunction {

    private final QueryText query = QueryText.of("keeps large files in order without delay");

    private String plain = "Every team of auditors keeps large invoices in order without paperwork or delays.";
    private String other = "The auditors’ 1,200 invoices are in order – it’s done for 30 € a month, without delays.";

    @Benchmark
    public boolean inEnglishLetters() {
        return query.isIn(Words.of(plain));
    }

    @Benchmark
    public boolean inAnyOther() {
        return query.isIn(Words.of(other));
    }
}
