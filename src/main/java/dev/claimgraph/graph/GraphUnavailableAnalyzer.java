package dev.claimgraph.graph;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Hands on the sentence of a graph that is not there. */
class GraphUnavailableAnalyzer extends AbstractFailureAnalyzer<GraphUnavailable> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, GraphUnavailable cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
