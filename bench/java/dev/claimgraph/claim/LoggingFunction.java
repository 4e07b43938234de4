package dev.claimgraph.claim;

import dev.claimgraph.bench.Sample;
import dev.claimgraph.history.ChangeRows;
import dev.claimgraph.shared.Json;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the log costs for each change beside the statement that appends it: a claim's state before and after it as JSON, and its hash. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoggingFunction {

    private final Claim claim = Sample.make().claim();
    private final String previousHash = "0".repeat(64);

    @Benchmark
    public Object ofOneChange() {
        return ChangeRows.row(
                claim.authorId(),
                "approveClaim",
                claim.id(),
                Json.write(claim.state()),
                Json.write(claim.state()),
                List.of(),
                2,
                previousHash,
                Sample.NOW);
    }
}
