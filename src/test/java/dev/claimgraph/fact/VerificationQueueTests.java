package dev.claimgraph.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.claim.Usages.RecordUsage;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Cursor;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.BadArgument;
import dev.claimgraph.shared.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.neo4j.core.Neo4jClient;

/** The verification queue page by page: in its order, nothing twice, nothing left out, whatever waits and for whichever owner. */
@ClaimgraphTest
class VerificationQueueTests {

    private static final String GIVE = "MATCH (s:Subject {id: $id}) SET s.ownerId = $owner "
            + "WITH s MATCH (s)<-[:ABOUT]-(f:Fact) SET f.ownerId = $owner";

    private final VerificationQueue queue;
    private final Neo4jClient neo4j;
    private final Doors doors;
    private final Company company;
    private final Actor owner = new Actor(
            "person_" + UUID.randomUUID(),
            "Owner",
            Set.of(Role.PRODUCT_OWNER),
            Set.of("team_" + UUID.randomUUID()),
            Set.of());
    private final List<Waiting> waiting = new ArrayList<>();
    private Instant now;

    VerificationQueueTests(VerificationQueue queue, Neo4jClient neo4j, Doors doors) {
        this.queue = queue;
        this.neo4j = neo4j;
        this.doors = doors;
        this.company = new Company(doors);
    }

    @BeforeEach
    void factsThatWait() {
        var random = new Random(7);
        now = doors.clock().instant().plus(Duration.ofDays(1));
        for (var answering : owner.answersFor()) {
            var feature = company.feature(Map.of("size", Company.number(50, "GB"), "seats", Company.number(5, "seats")))
                    .id();
            for (var i = 0; i < 16; i++) {
                wait(feature, random);
            }
            company.set(company.owner, feature, "size", Company.number(60, "GB"));
            neo4j.query(GIVE).bindAll(Map.of("id", feature, "owner", answering)).run();
        }
        var heldBack = Comparator.comparing(Waiting::leverage)
                .thenComparing(Waiting::id)
                .reversed();
        var lapsing = Comparator.comparing(Waiting::lapsesInDays).thenComparing(Waiting::id);
        waiting.sort((one, other) -> one.lapsesInDays() == 0 && other.lapsesInDays() == 0
                ? heldBack.compare(one, other)
                : lapsing.compare(one, other));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void pagesOfAnySizeGiveAllThatWaitsInItsOrder(int few) {
        var expected =
                waiting.stream().map(item -> item.leverage() + " " + item.id()).toList();
        assertThat(expected).hasSizeGreaterThan(16);
        for (var size : List.of(1, 2, 3, 7, 100)) {
            assertThat(walk(size, few)).isEqualTo(expected);
        }
        assertThat(at(page(1, null), few).totalCount()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "soonZ", ""})
    void aForgedCursorIsRefused(String key) {
        var forged = new PageRequest(1, false, false, new Cursor("", key, "fact_1"), null, "", false);
        assertThatThrownBy(() -> queue.of(owner, forged)).isInstanceOf(BadArgument.class);
    }

    private List<String> walk(int size, int few) {
        var found = new ArrayList<String>();
        Connection<QueuedFact> page = null;
        do {
            page = at(page(size, page), few);
            page.nodes().forEach(item -> found.add(item.leverage() + " " + item.id()));
        } while (page.pageInfo().hasNextPage());
        return found;
    }

    private Connection<QueuedFact> at(PageRequest page, int few) {
        return doors.clock().at(now, () -> queue.of(owner, page, few));
    }

    private static PageRequest page(int size, Connection<QueuedFact> before) {
        var after = before == null
                ? null
                : Cursor.decode(String.valueOf(before.pageInfo().endCursor()), "", "after");
        return new PageRequest(size, false, false, after, null, "", true);
    }

    /** One more fact, of a sort that the numbers decide; all of those that name the size become SUSPECT in the end. */
    private void wait(String feature, Random random) {
        var sort = random.nextInt(5);
        var fact = company.fact(feature, List.of(sort == 0 ? "size" : "seats"), null);
        if (sort == 4) {
            waiting.add(new Waiting(fact.id(), 0, 0));
            return;
        }
        company.verify(fact);
        var usages = random.nextInt(4);
        var claim = company.approved(fact.id()).id();
        for (var i = 0; i < usages; i++) {
            var url = URI.create("https://example.com/" + i);
            doors.usages().record(company.marketer, new RecordUsage(claim, url, null, null, null, null, null));
        }
        var days = 5 + random.nextInt(3);
        var until = List.of(Duration.ofHours(-1), Duration.ofHours(-1), Duration.ofDays(days), Duration.ofDays(20));
        if (sort > 0) {
            var seen = company.seen(fact.id());
            var input =
                    new VerifyFact(fact.id(), seen.basis(), Decision.VERIFIED, null, now.plus(until.get(sort)), null);
            doors.facts().verify(company.owner, input);
        }
        if (sort < 3) {
            waiting.add(sort == 2 ? new Waiting(fact.id(), 0, days) : new Waiting(fact.id(), usages, 0));
        }
    }

    /** @param lapsesInDays 0 for what holds back already */
    private record Waiting(String id, long leverage, int lapsesInDays) {}
}
