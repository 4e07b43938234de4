package dev.claimgraph.graph;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up a Neo4j that hangs: one whose connections stay open and bring nothing, which a driver waits for without end. Whoever
 * waits for a second has a new connection tried. Where that brings nothing either, or the database did not end what it should
 * have ended long ago, all connections are closed, and those who wait on them told so; they are made anew once it answers.
 */
final class Heartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration SUSPICIOUS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(2_500);
    private static final Duration OVERDUE = Duration.ofSeconds(3);

    private final Supplier<Driver> connect;
    private final Map<Session, Wait> waiting = new ConcurrentHashMap<>();
    private final Thread beating;
    private volatile @Nullable Driver present;
    private long answered = System.nanoTime();

    Heartbeat(Driver first, Supplier<Driver> connect) {
        this.present = first;
        this.connect = connect;
        this.beating = Thread.ofVirtual().name("heartbeat").start(this::beat);
    }

    /** A driver like the first, on whichever connections there are. */
    Driver driver() {
        return Interception.of(Driver.class, (proxy, method, arguments) -> {
            var driver = present;
            if (driver == null) {
                throw new ServiceUnavailableException("Neo4j does not answer.");
            }
            var result = Interception.call(driver, method, arguments);
            return result instanceof Session session ? on(session, driver) : result;
        });
    }

    @Override
    public void close() {
        beating.interrupt();
        replaceBy(null);
    }

    private Session on(Session session, Driver driver) {
        return Interception.of(Session.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                try {
                    return Interception.call(session, method, arguments);
                } finally {
                    waiting.remove(session);
                }
            }
            if (session.isOpen()) {
                var last = Interception.last(arguments);
                waiting.put(session, Wait.forUpTo(last instanceof TransactionConfig config ? config.timeout() : null));
            }
            return call(session, driver, method, arguments);
        });
    }

    private @Nullable Object call(Session session, Driver driver, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return Interception.call(session, method, arguments);
        } catch (ClientException | IllegalStateException e) {
            throw driver == present ? e : new ServiceUnavailableException("Neo4j does not answer.", e);
        }
    }

    private void beat() {
        while (true) {
            try {
                Thread.sleep(PAUSE);
                if (present == null || isSuspicious()) {
                    tryAnew();
                }
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException e) {
                log.error("Whether Neo4j answers cannot be told", e);
            }
        }
    }

    private boolean isSuspicious() {
        var longAgo = System.nanoTime() - SUSPICIOUS.toNanos();
        return answered - longAgo < 0 && waiting.values().stream().anyMatch(wait -> wait.since - longAgo < 0);
    }

    private void tryAnew() throws InterruptedException {
        var tried = System.nanoTime();
        var other = connect.get();
        if (!answers(other)) {
            other.closeAsync();
            if (present != null) {
                log.warn("Neo4j does not answer; requests are refused until it does");
                replaceBy(null);
            }
            return;
        }
        answered = tried;
        if (present == null || waiting.values().stream().anyMatch(Wait::isOverdue)) {
            log.warn("Neo4j answers again, on new connections");
            replaceBy(other);
        } else {
            other.closeAsync();
        }
    }

    private static boolean answers(Driver driver) throws InterruptedException {
        try {
            driver.verifyConnectivityAsync().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !(e.getCause() instanceof ServiceUnavailableException);
        }
    }

    private void replaceBy(@Nullable Driver other) {
        var former = present;
        present = other;
        waiting.clear();
        if (former != null) {
            former.closeAsync();
        }
    }

    /** Since when somebody waits, and when the database has ended it at the latest. */
    private record Wait(long since, long end) {

        static Wait forUpTo(@Nullable Duration limit) {
            var now = System.nanoTime();
            return new Wait(
                    now,
                    limit == null ? Long.MAX_VALUE : now + limit.plus(OVERDUE).toNanos());
        }

        boolean isOverdue() {
            return end != Long.MAX_VALUE && System.nanoTime() - end > 0;
        }
    }
}
