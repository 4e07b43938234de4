package dev.claimgraph.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Doors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;

/** A write is run again where another got in its way, and not where it may have been written. */
@ClaimgraphTest
class RetryTests {

    private static final TransientException DEADLOCK =
            new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "Another got in the way.");

    private final ChangeLog changes;
    private final AtomicInteger runs = new AtomicInteger();

    RetryTests(Doors doors) {
        this.changes = doors.changes();
    }

    static Stream<RuntimeException> anotherGotInTheWay() {
        return Stream.of(
                DEADLOCK,
                new TransientDataAccessResourceException("Another got in the way.", DEADLOCK),
                new DataIntegrityViolationException("Another took the key."));
    }

    static Stream<RuntimeException> theConnectionWasLost() {
        var unavailable = new ServiceUnavailableException("The connection was lost.");
        return Stream.of(
                unavailable,
                new TransientDataAccessResourceException("The connection was lost.", unavailable),
                new SessionExpiredException("The connection was lost."));
    }

    @ParameterizedTest
    @MethodSource
    void anotherGotInTheWay(RuntimeException failure) {
        var written = changes.write(() -> {
            if (runs.incrementAndGet() < 3) {
                throw failure;
            }
            return "written";
        });
        assertThat(written).isEqualTo("written");
        assertThat(runs).hasValue(3);
    }

    @ParameterizedTest
    @MethodSource
    void theConnectionWasLost(RuntimeException failure) {
        assertThatThrownBy(() -> changes.write(() -> {
                    runs.incrementAndGet();
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(runs).hasValue(1);
    }
}
