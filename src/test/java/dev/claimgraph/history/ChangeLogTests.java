package dev.claimgraph.history;

import static dev.claimgraph.Company.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.neo4j.core.Neo4jClient;

/** Eight write while one tails the log: it misses nothing, and each thing's chain of hashes holds. */
@ClaimgraphTest
class ChangeLogTests {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 4;

    private final Doors doors;
    private final Log log;
    private final CountDownLatch writing = new CountDownLatch(WRITERS);

    ChangeLogTests(Doors doors, Neo4jClient neo4j) {
        this.doors = doors;
        this.log = new Log(neo4j);
    }

    @Test
    void whoeverTailsTheLogUnderLoadSeesAllOfItInOrder() {
        var start = log.position();
        var company = new Company(doors);
        var shared = company.feature(Map.of("size", number(50, "GB"))).id();
        Supplier<List<Change>> tail = () -> tail(start);
        var writers = Stream.generate(() -> writer(company, shared)).limit(WRITERS);
        var seen = AtOnce.all(Stream.concat(Stream.of(tail), writers).toList()).getFirst();

        assertThat(seen).isEqualTo(log.after(start, Integer.MAX_VALUE));
        assertThat(seen).hasSizeGreaterThan(WRITERS * ROUNDS * 7);
        assertThat(seen).element(0).extracting(Change::position).isEqualTo(start + 1);
        Log.assertWhole(seen);
    }

    /** Reads on from the last position seen, until nothing comes of a read that began when nobody wrote any more. */
    private List<Change> tail(long start) {
        var seen = new ArrayList<Change>();
        var position = start;
        while (true) {
            var wasWritten = writing.getCount() == 0;
            var page = log.after(position, 50);
            seen.addAll(page);
            if (!page.isEmpty()) {
                position = page.getLast().position();
            } else if (wasWritten) {
                return seen;
            }
        }
    }

    private Supplier<List<Change>> writer(Company company, String shared) {
        return () -> {
            try {
                for (var round = 1; round <= ROUNDS; round++) {
                    write(company, shared, round);
                }
                return List.of();
            } finally {
                writing.countDown();
            }
        };
    }

    private static void write(Company company, String shared, int round) {
        var feature = company.feature(Map.of("size", number(50, "GB"))).id();
        var fact = company.verify(company.fact(feature, null, null)).id();
        company.approved(fact);
        company.set(company.owner, feature, "size", number(100, "GB"));
        try {
            company.set(
                    company.admin,
                    shared,
                    "size",
                    number(round * 100L + Thread.currentThread().threadId(), "GB"));
        } catch (Refusal refusal) {
            assertThat(refusal.problems()).extracting("code").containsExactly(ProblemCode.CONFLICT);
        }
    }
}
