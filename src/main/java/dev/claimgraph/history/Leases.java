package dev.claimgraph.history;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Lets one of all instances at a time do something; where it dies, another takes over in ten seconds. The database's clock counts. */
@Component
public class Leases {

    private static final String TAKE = """
        MERGE (lease:Lease {name: $name})
        SET lease.locked = true
        WITH lease, datetime.realtime() AS now
        WHERE lease.holder = $holder OR coalesce(lease.until < now, true)
        SET lease.holder = $holder, lease.until = now + duration('PT10S')
        RETURN true AS taken
        """;

    private static final String GIVE_BACK = """
        MATCH (lease:Lease {name: $name})
        WHERE lease.holder = $holder
        REMOVE lease.holder, lease.until
        RETURN true AS given
        """;

    private static final String HELD = """
        MATCH (lease:Lease {name: $name})
        SET lease.locked = true
        WITH lease WHERE lease.holder = $holder
        SET lease.until = datetime.realtime() + duration('PT10S')
        RETURN true AS held
        """;

    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final Neo4jClient neo4j;
    private final ChangeLog changes;
    private final Map<String, Long> ends = new ConcurrentHashMap<>();
    private final String holder = UUID.randomUUID().toString();

    Leases(Neo4jClient neo4j, ChangeLog changes) {
        this.neo4j = neo4j;
        this.changes = changes;
    }

    /** Takes a lease, or keeps it for another ten seconds; false where another instance has it. */
    public boolean take(String name) {
        return noted(name, () -> changes.write(() -> isTrue(TAKE, name)));
    }

    /**
     * Does something in a transaction, where the lease is still this instance's, and keeps it for another ten seconds.
     *
     * @return false where another instance has it; nothing is done then
     */
    public boolean under(String name, Runnable work) {
        return noted(
                name,
                () -> changes.write(() -> {
                    var isHeld = isTrue(HELD, name);
                    if (isHeld) {
                        work.run();
                    }
                    return isHeld;
                }));
    }

    /** How long it is this instance's for certain, without asking; not at all where that is not known. */
    public Duration left(String name) {
        var end = ends.get(name);
        return end == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Lets others have it at once. */
    public void giveBack(String name) {
        ends.remove(name);
        changes.write(() -> isTrue(GIVE_BACK, name));
    }

    private boolean noted(String name, BooleanSupplier asked) {
        var end = System.nanoTime() + LENGTH.toNanos();
        var isHeld = asked.getAsBoolean();
        if (isHeld) {
            ends.put(name, end);
        } else {
            ends.remove(name);
        }
        return isHeld;
    }

    private boolean isTrue(String cypher, String name) {
        return neo4j.query(cypher)
                .bindAll(Map.of("name", name, "holder", holder))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }
}
