package dev.claimgraph.exchange;

import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a command could not go on to its end: what the graph says of it; of anything else, the log has the stack trace. */
final class BrokenOff {

    private static final Logger log = LoggerFactory.getLogger(BrokenOff.class);

    private BrokenOff() {}

    static String why(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .filter(Neo4jException.class::isInstance)
                .map(ofGraph -> String.valueOf(ofGraph.getMessage()))
                .findFirst()
                .orElseGet(() -> {
                    log.error("What follows is for those who write Claimgraph", failure);
                    return "This is an error of Claimgraph's; report what it printed.";
                });
    }
}
