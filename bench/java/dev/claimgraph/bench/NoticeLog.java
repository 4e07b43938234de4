package dev.claimgraph.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.driver.Driver;

/** The notices that the service works out behind each write: told beside its own rounds, and none of what is written by hand. */
final class NoticeLog {

    private static final String HOLD = """
            MATCH (log:ChangeLog), (notices:NoticeLog)
            MERGE (lease:Lease {name: 'notices'})
            SET lease.holder = 'bench', lease.until = datetime.realtime() + duration('P1D')
            RETURN log.position - notices.told AS behind
            """;

    private static final String RELEASE = """
            MATCH (log:ChangeLog), (notices:NoticeLog), (lease:Lease {name: 'notices'})
            SET notices.told = log.position
            REMOVE lease.holder, lease.until
            """;

    private static final String IS_HELD =
            "MATCH (lease:Lease {name: 'notices'}) WHERE lease.holder IS NOT NULL RETURN lease";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Driver driver;

    NoticeLog(Driver driver) {
        this.driver = driver;
    }

    /**
     * Takes the lease of those who tell, so that nobody tells until it is released; a page that is being looked at is looked at to its
     * end.
     *
     * @return of how many changes it was not told yet
     */
    long hold() {
        return driver.executableQuery(HOLD).execute().records().getFirst().get("behind").asLong();
    }

    /** What was written since, and what it was not told of before, is not told. Returns once somebody has the lease again. */
    void release() {
        driver.executableQuery(RELEASE).execute();
        var start = System.nanoTime();
        while (driver.executableQuery(IS_HELD).execute().records().isEmpty()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("Nobody tells notices after " + LONGEST);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }
}
