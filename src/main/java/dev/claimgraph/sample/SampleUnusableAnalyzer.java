package dev.claimgraph.sample;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Hands on the sentence of sample data that cannot be loaded. */
class SampleUnusableAnalyzer extends AbstractFailureAnalyzer<SampleUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SampleUnusable cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
