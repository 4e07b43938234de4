package dev.claimgraph.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures single functions in a JVM of their own: nanoseconds and bytes of each call. */
public final class FunctionBench {

    private FunctionBench() {}

    /** @param patterns of the names of what is measured; none stands for all */
    public static void main(String... patterns) {
        var options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .addProfiler("gc");
        for (var pattern : patterns) {
            options.include(pattern);
        }
        try {
            new Runner(options.build()).run();
        } catch (RunnerException nothing) {
            System.err.println(nothing.getMessage());
            System.exit(1);
        }
    }
}
