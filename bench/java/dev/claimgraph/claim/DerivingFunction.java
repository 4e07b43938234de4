package dev.claimgraph.claim;

import dev.claimgraph.bench.Sample;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What deriving costs each time that a claim on two facts is read: its standing, and the reasons for it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DerivingFunction {

    private final Claim claim = Sample.make().claim();
    private final List<Link> reworded = claim.links().stream()
            .map(link -> Link.of("another", link.fact()))
            .toList();

    @Benchmark
    public Object ofCurrent() {
        return Derivation.of(claim.status(), claim.written(), claim.content(), claim.links(), Sample.NOW);
    }

    @Benchmark
    public Object ofStale() {
        return Derivation.of(claim.status(), claim.written(), claim.content(), reworded, Sample.NOW);
    }
}
