package dev.claimgraph.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.claimgraph.shared.BadArgument;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Neo4j's bookmarks as callers take them from one instance to another. Each is sealed by a secret that is in the graph: Neo4j itself
 * takes those of any database, waits for what never was, and has the next bookmark hold what was in the last.
 */
@Component
public class Bookmarks {

    private static final Logger log = LoggerFactory.getLogger(Bookmarks.class);

    private static final String SEAL = "MATCH (log:ChangeLog {name: 'all'}) RETURN log.seal AS seal";
    private static final String ALGORITHM = "HmacSHA256";
    private static final char END = '.';
    private static final int MOST = 10;
    private static final int LONGEST = 1_000;
    private static final int MOST_WAITING = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Driver driver;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final String database;
    private final SecretKeySpec seal;

    Bookmarks(Driver driver, @Value("${spring.data.neo4j.database}") String database) {
        this.driver = driver;
        this.database = database;
        try (var session = driver.session(SessionConfig.forDatabase(database))) {
            var secret = session.run(SEAL).single().get("seal").asString();
            this.seal = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
        }
    }

    /**
     * Begins a request of somebody who has seen so much of the graph, once that is there to read.
     *
     * @param sealed as {@link #written} gave them, on any instance
     * @throws BadArgument for others
     * @throws Unreached if they are not reached within three seconds
     */
    public Seen begin(List<String> sealed) {
        if (sealed.size() > MOST) {
            throw new BadArgument("there are more than %d; the last one will do.".formatted(MOST));
        }
        var before = sealed.stream().map(this::opened).collect(Collectors.toUnmodifiableSet());
        if (!before.isEmpty()) {
            await(before);
        }
        return new Seen(before);
    }

    /** What a request has written, for its caller to bring with the next; empty where it wrote nothing. */
    public List<String> written(Seen request) {
        return request.written().stream().map(this::sealed).toList();
    }

    String sealed(Bookmark bookmark) {
        return mac(bookmark.value()) + END + bookmark.value();
    }

    private Bookmark opened(String sealed) {
        var end = sealed.indexOf(END);
        var value = sealed.substring(end + 1);
        if (end < 0
                || sealed.length() > LONGEST
                || !MessageDigest.isEqual(
                        sealed.substring(0, end).getBytes(UTF_8), mac(value).getBytes(UTF_8))) {
            throw new BadArgument("it is none that was given for this graph; send it as it came, or leave it out.");
        }
        return Bookmark.from(value);
    }

    private String mac(String value) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(seal);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(value.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The database itself lets it wait for as long as its own settings say, whatever the limit of a transaction, and the connection
     * with it: so few at a time.
     */
    private void await(Set<Bookmark> bookmarks) {
        try {
            if (!waiting.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unreached();
            }
            try {
                read(bookmarks);
            } finally {
                waiting.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever else is wrong with the graph, the request fails of it. */
    private void read(Set<Bookmark> bookmarks) throws InterruptedException {
        var session = Optional.<AsyncSession>empty();
        try {
            session = Optional.of(driver.session(
                    AsyncSession.class,
                    SessionConfig.builder()
                            .withDatabase(database)
                            .withDefaultAccessMode(AccessMode.READ)
                            .withBookmarks(bookmarks)
                            .build()));
            session.get()
                    .runAsync("RETURN 1")
                    .thenCompose(ResultCursor::consumeAsync)
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Unreached();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Neo4jException failure && failure.code().endsWith("BookmarkTimeout")) {
                throw new Unreached();
            }
        } catch (Neo4jException | IllegalStateException e) {
            log.debug("No connection to wait for a bookmark on", e);
        } finally {
            session.ifPresent(AsyncSession::closeAsync);
        }
    }

    /** Thrown when the graph has not come to a bookmark in time: a follower lags, or an older backup was restored. */
    public static class Unreached extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreached() {
            super("the graph has not come to it within %d seconds; try again, or leave it out."
                    .formatted(PATIENCE.toSeconds()));
        }
    }
}
