package dev.claimgraph;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on the error stream why the service could not start, and what to do; the stack trace is for debug logs. */
class OneSentence implements FailureAnalysisReporter {

    private static final Log LOG = LogFactory.getLog(OneSentence.class);

    @Override
    public void report(FailureAnalysis analysis) {
        LOG.debug("Claimgraph did not start", analysis.getCause());
        System.err.println(Stream.of("Claimgraph did not start:", analysis.getDescription(), analysis.getAction())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " "));
    }
}
