package dev.claimgraph.graph;

import org.jspecify.annotations.Nullable;

/** Why the service cannot start on its graph: one sentence that says what happened and what to do. */
class GraphUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GraphUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    GraphUnavailable(String sentence) {
        super(sentence);
    }
}
