package dev.claimgraph;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * The statements that reach the database while something is done, as Spring Data logs them; not the one that tells who is calling, which
 * runs once a minute, and not those that go on beside it all the time.
 */
public final class Statements {

    private static final String WHO_IS_CALLING = "MATCH (person:Person {account: $account})";

    private static final List<String> BESIDE = List.of("loop ", "notice-reader-", "embedder");

    private Statements() {}

    public static List<String> during(Runnable deed) {
        var logger = (Logger) LoggerFactory.getLogger("org.springframework.data.neo4j.cypher");
        var statements = new CopyOnWriteArrayList<String>();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                var statement = event.getFormattedMessage();
                if (!statement.contains(WHO_IS_CALLING)
                        && BESIDE.stream().noneMatch(event.getThreadName()::startsWith)) {
                    statements.add(statement);
                }
            }
        };
        var level = logger.getLevel();
        appender.start();
        logger.addAppender(appender);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            deed.run();
        } finally {
            logger.detachAppender(appender);
            logger.setLevel(level);
            logger.setAdditive(true);
        }
        return List.copyOf(statements);
    }
}
