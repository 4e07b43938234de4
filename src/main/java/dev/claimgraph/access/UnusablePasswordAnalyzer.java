package dev.claimgraph.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Hands on the sentence of a password that the service does not start with. */
class UnusablePasswordAnalyzer extends AbstractFailureAnalyzer<LocalPassword.Unusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LocalPassword.Unusable cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
