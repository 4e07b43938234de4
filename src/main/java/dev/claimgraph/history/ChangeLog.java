package dev.claimgraph.history;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Json;
import dev.claimgraph.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where every write goes through: one transaction, run again as a whole when the database says that another got in its way,
 * with its changes appended to the log as the last thing before it commits.
 */
@Component
public class ChangeLog {

    /**
     * Where the chain of changes of the {@code aggregate} ends, for {@link #endsAt}: a statement that locks an aggregate reads it along.
     * An index of two properties serves only who names both.
     */
    public static final String END = """
        COLLECT {
          MATCH (change:Change {aggregate: aggregate}) WHERE change.id IS NOT NULL
          WITH change ORDER BY change.aggregate DESC, change.id DESC LIMIT 1
          RETURN change {.number, .hash} }[0]
        """;

    private static final String ENDS = "UNWIND $aggregates AS aggregate RETURN aggregate, " + END + " AS end";

    /**
     * Appends the changes, behind what a statement wrote that has one row there: see {@link #writeLast}. The log's one node is locked here
     * and until the commit, so positions are given in the order of commits. Nothing is appended at a moment that somebody has looked back
     * at meanwhile: see {@link Past}. A clock that is more than a minute behind is believed.
     */
    public static final String APPEND = """
        MATCH (log:ChangeLog)
        SET log.locked = true
        WITH log, log.position AS position,
          coalesce(log.over < $appendedAt OR log.over > $appendedAt + duration('PT1M'), true) AS isOpen
        SET log.position = CASE WHEN isOpen THEN position + size($appended) ELSE position END
        WITH log, position, isOpen
        CALL (position, isOpen) {
          UNWIND CASE WHEN isOpen THEN range(0, size($appended) - 1) ELSE [] END AS i
          CREATE (change:Change)
          SET change = $appended[i], change.position = position + i + 1, change.commit = position + size($appended)
        }
        RETURN isOpen, log.over AS over
        """;

    private static final String LOCK = "MATCH (log:ChangeLog) SET log.locked = true";

    private final Neo4jClient neo4j;
    private final TransactionTemplate request;
    private final TransactionTemplate atLength;
    private final Clock clock;
    private final Commits commits;
    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(20)
            .delay(Duration.ofMillis(5))
            .jitter(Duration.ofMillis(5))
            .multiplier(1.5)
            .maxDelay(Duration.ofMillis(250))
            .predicate(ChangeLog::anotherGotInTheWay)
            .build());

    ChangeLog(Neo4jClient neo4j, PlatformTransactionManager transactions, Clock clock, Commits commits) {
        this.neo4j = neo4j;
        this.request = new TransactionTemplate(transactions);
        this.atLength = new TransactionTemplate(transactions);
        this.atLength.setTimeout(600);
        this.clock = clock;
        this.commits = commits;
    }

    /**
     * Runs a write in one transaction, or in the one that is already open.
     *
     * @throws Refusal as the work throws it; nothing is written then
     */
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return write(request, work);
    }

    /** The same for what no caller waits for, such as filling an empty graph: in up to ten minutes. */
    public <T extends @Nullable Object> T writeAtLength(Supplier<T> work) {
        return write(atLength, work);
    }

    private <T extends @Nullable Object> T write(TransactionTemplate transaction, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return writing().within(work);
        }
        try {
            return retries.<T>execute(() -> transaction.<T>execute(status -> work.get()));
        } catch (RetryException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /**
     * Lets no other write commit until the open transaction ends: what it reads from here on, it reads of all that came before. For
     * the rare write that locks of its own cannot keep right; whatever else it locks, it locks before.
     */
    public void inOrder() {
        neo4j.query(LOCK).run();
    }

    /**
     * Notes a change of the open transaction.
     *
     * @param before the aggregate's whole state, null where it is created
     * @param touched ids of the other things that the write concerns
     */
    public void record(
            Actor actor,
            String action,
            String aggregate,
            @Nullable Object before,
            Object after,
            Collection<String> touched) {
        writing()
                .changes
                .add(new Change.Pending(
                        aggregate,
                        actor.id(),
                        action,
                        touched.stream().distinct().sorted().toList(),
                        Json.writeOrNull(before),
                        Json.write(after)));
    }

    /**
     * Saves the log from asking where the chain of an aggregate ends, of which the open transaction has locked all that lets it be written.
     *
     * @param end what {@link #END} gave
     * @throws IllegalStateException where no transaction is open
     */
    public void endsAt(String aggregate, Value end) {
        writing().endsAt(aggregate, end);
    }

    /**
     * Writes what a write writes last, and reads nothing of after: with the changes of the open transaction and by the same statement
     * where nothing else comes in it, and at once where the write is part of another.
     *
     * @param appending the statement with {@link #APPEND} behind it, which gives one row; its parameters are the statement's own
     * @throws IllegalStateException where no transaction is open
     */
    public void writeLast(String statement, String appending, Map<String, Object> parameters) {
        var writing = writing();
        if (writing.within > 0) {
            neo4j.query(statement).bindAll(parameters).run();
        } else {
            writing.last = new Last(appending, parameters);
        }
    }

    private Writing writing() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Writing bound) {
            return bound;
        }
        var writing = new Writing();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                append(writing);
            }

            @Override
            public void afterCommit() {
                if (!writing.changes.isEmpty()) {
                    commits.tell();
                }
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(ChangeLog.this);
            }
        });
        TransactionSynchronizationManager.bindResource(this, writing);
        return writing;
    }

    private void append(Writing writing) {
        if (writing.changes.isEmpty() && writing.last == null) {
            return;
        }
        readEnds(writing);
        append(writing, clock.instant(), writing.last).ifPresent(over -> {
            var now = clock.instant();
            append(writing, now.isAfter(over) ? now : over.plusNanos(1), null);
        });
    }

    /** @return the moment that is over where this one is; nobody can end another until the commit */
    private Optional<Instant> append(Writing writing, Instant at, @Nullable Last last) {
        var ends = new HashMap<>(writing.ends);
        var rows = new ArrayList<Map<String, Object>>();
        for (var change : writing.changes) {
            var end = ends.get(change.aggregate());
            var number = end == null ? 1 : end.number() + 1;
            var row = Change.row(change, number, end == null ? null : end.hash(), at);
            ends.put(change.aggregate(), new End(number, String.valueOf(row.get("hash"))));
            rows.add(row);
        }
        var over = neo4j.query(last == null ? APPEND : last.statement())
                .bindAll(last == null ? Map.of() : last.parameters())
                .bindAll(Map.of("appended", rows, "appendedAt", at.atZone(ZoneOffset.UTC)))
                .fetchAs(Instant.class)
                .mappedBy((types, row) -> row.get("isOpen").asBoolean()
                        ? Instant.MIN
                        : row.get("over").asZonedDateTime().toInstant())
                .one()
                .orElseThrow(() -> new IllegalStateException("Nothing was appended to the log."));
        return Optional.of(over).filter(moment -> moment.isAfter(Instant.MIN));
    }

    /** Where each chain ends that nobody told of; what is created here has none yet. */
    private void readEnds(Writing writing) {
        var aggregates = writing.changes.stream().map(Change.Pending::aggregate).collect(Collectors.toSet());
        aggregates.removeAll(writing.ends.keySet());
        writing.changes.stream()
                .filter(Change.Pending::creates)
                .map(Change.Pending::aggregate)
                .forEach(aggregates::remove);
        if (!aggregates.isEmpty()) {
            neo4j.query(ENDS)
                    .bind(aggregates)
                    .to("aggregates")
                    .fetchAs(String.class)
                    .mappedBy((types, row) -> {
                        var aggregate = row.get("aggregate").asString();
                        writing.endsAt(aggregate, row.get("end"));
                        return aggregate;
                    })
                    .all();
        }
    }

    /**
     * Deadlocks, and a key or an idempotency key that another took first: run again, the work sees what the other did. Not a lost
     * connection: what was sent before may be written.
     */
    private static boolean anotherGotInTheWay(Throwable thrown) {
        return thrown instanceof ConcurrencyFailureException
                || thrown instanceof DataIntegrityViolationException
                || isTransient(thrown)
                || isTransient(thrown.getCause());
    }

    /** But for a member of a cluster that does not come to what was seen on another: that took its time before. */
    private static boolean isTransient(@Nullable Throwable thrown) {
        return thrown instanceof TransientException failure && !failure.code().endsWith("BookmarkTimeout");
    }

    /** What the open transaction has to append. */
    private static final class Writing {

        private final List<Change.Pending> changes = new ArrayList<>();
        private final Map<String, End> ends = new HashMap<>();
        private int within;
        private @Nullable Last last;

        <T extends @Nullable Object> T within(Supplier<T> work) {
            within++;
            try {
                return work.get();
            } finally {
                within--;
            }
        }

        void endsAt(String aggregate, Value end) {
            if (!end.isNull()) {
                ends.put(aggregate, End.from(end));
            }
        }
    }

    /** What is written with the changes. */
    private record Last(String statement, Map<String, Object> parameters) {}

    /** The last change of an aggregate. */
    private record End(long number, String hash) {

        static End from(Value end) {
            return new End(end.get("number").asLong(), end.get("hash").asString());
        }
    }
}
