package dev.claimgraph.fact;

import dev.claimgraph.bench.Sample;
import dev.claimgraph.catalog.Subject;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a revision costs for each fact that it may concern: its fingerprint anew, held against the one that was verified. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FollowingFunction {

    private final Sample sample = Sample.make();
    private final Fact fact = sample.facts().getFirst();
    private final String by = sample.claim().authorId();

    @Benchmark
    public boolean ofOneThatStays() {
        return differs(sample.feature());
    }

    @Benchmark
    public boolean ofOneThatMoves() {
        return differs(sample.revised());
    }

    private boolean differs(Subject subject) {
        return FactState.of(fact, fact.content(), subject, Sample.NOW, by).differsFrom(fact);
    }
}
