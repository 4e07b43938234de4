package dev.claimgraph.graph;

import java.time.Duration;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;

/** Has the database itself end a statement or a transaction of a session that takes too long and names no limit of its own. */
final class TimeLimit {

    private final Duration limit;
    private final TransactionConfig limited;

    private TimeLimit(Duration limit) {
        this.limit = limit;
        this.limited = TransactionConfig.builder().withTimeout(limit).build();
    }

    static Driver on(Driver driver, Duration limit) {
        var time = new TimeLimit(limit);
        return Interception.of(Driver.class, (proxy, method, arguments) -> {
            var result = Interception.call(driver, method, arguments);
            return result instanceof Session session ? time.on(session) : result;
        });
    }

    private Session on(Session session) {
        return Interception.of(Session.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "run" ->
                Interception.last(arguments) instanceof TransactionConfig
                        ? Interception.call(session, method, arguments)
                        : session.run(query(arguments), limited);
            case "beginTransaction" ->
                Commit.of(
                        session.beginTransaction(
                                Interception.last(arguments) instanceof TransactionConfig config
                                        ? limited(config)
                                        : limited),
                        session);
            default -> Interception.call(session, method, arguments);
        });
    }

    private TransactionConfig limited(TransactionConfig config) {
        return config.timeout() != null
                ? config
                : TransactionConfig.builder()
                        .withTimeout(limit)
                        .withMetadata(config.metadata())
                        .build();
    }

    @SuppressWarnings("unchecked")
    private static Query query(Object[] arguments) {
        if (arguments[0] instanceof Query query) {
            return query;
        }
        var text = (String) arguments[0];
        return switch (arguments.length == 1 ? null : arguments[1]) {
            case Value parameters -> new Query(text, parameters);
            case Record parameters -> new Query(text, parameters.asMap());
            case Map<?, ?> parameters -> new Query(text, (Map<String, Object>) parameters);
            case null, default -> new Query(text);
        };
    }
}
