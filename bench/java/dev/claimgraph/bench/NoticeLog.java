package dev.claimgraph.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.driver.Driver;

/** The notices that the service works out behind each write: waited for, and none of what is written by hand. */
final class NoticeLog {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final String IS_SETTLED = """
            MATCH (log:ChangeLog), (notices:NoticeLog)
            RETURN notices.told >= log.position AS settled
            """;

    private static final String HOLD = """
            MERGE (lease:Lease {name: 'notices'})
            SET lease.holder = 'bench', lease.until = datetime.realtime() + duration('P1D')
            """;

    private static final String RELEASE = """
            MATCH (log:ChangeLog), (notices:NoticeLog), (lease:Lease {name: 'notices'})
            SET notices.told = log.position
            REMOVE lease.holder, lease.until
            """;

    private final Driver driver;

    NoticeLog(Driver driver) {
        this.driver = driver;
    }

    /** @return how long it took until all was told */
    Duration settle() {
        var start = System.nanoTime();
        while (!driver.executableQuery(IS_SETTLED).execute().records().getFirst().get("settled").asBoolean()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("Notices are not told after " + LONGEST);
            }
            LockSupport.parkNanos(50_000_000);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Takes the lease of those who tell, so that nobody tells until it is released. */
    void hold() {
        driver.executableQuery(HOLD).execute();
    }

    /** What was written since is not told. */
    void release() {
        driver.executableQuery(RELEASE).execute();
    }
}
