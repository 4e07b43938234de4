package dev.claimgraph.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Doors;
import dev.claimgraph.TestClock;
import dev.claimgraph.World;
import dev.claimgraph.claim.ClaimInputs;
import dev.claimgraph.history.Commits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** Notices are kept by what they are of, and are read by their position. */
@ClaimgraphTest
class KeptNoticesTests {

    private static final String FORGOTTEN = """
        MATCH (log:NoticeLog)
        SET log.told = $told, log.until = $until
        """;

    private static final String OF_BEFORE = """
        CREATE (:Notice {position: -1, key: 'claim:a/7', kind: 'CLAIM_STANDING', commit: 7, at: datetime.realtime(),
          aboutId: 'claim:a', personId: 'person:b', action: 'withdrawClaim', data: '{}', toldAt: datetime.realtime()})
        """;

    private final NoticeRepository notices;
    private final Teller teller;
    private final Doors doors;
    private final Commits commits;
    private final Driver driver;
    private final Feed feed;
    private final TestClock clock;
    private final World world;
    private Heard heard;

    KeptNoticesTests(
            @LocalServerPort int port,
            NoticeRepository notices,
            Teller teller,
            Doors doors,
            Commits commits,
            Driver driver,
            Feed feed,
            TestClock clock) {
        this.notices = notices;
        this.teller = teller;
        this.doors = doors;
        this.commits = commits;
        this.driver = driver;
        this.feed = feed;
        this.clock = clock;
        this.world = new World(new Api(port));
    }

    @BeforeEach
    void listen() {
        heard = new Heard(notices, commits);
    }

    @AfterEach
    void goOn() {
        if (!teller.isRunning()) {
            teller.start();
        }
    }

    @Test
    void aReaderBeginsAnywhereAmongThoseOfACommit() {
        var start = notices.state().position();
        var claims = approved(4);
        withdraw(claims);
        var other = approved(1);
        withdraw(other);
        assertThat(heard.of(other.getFirst(), 2)).hasSize(2);
        claims.forEach(claim -> assertThat(heard.of(claim, 2)).hasSize(2));
        var all = notices.after(start, 1_000);
        assertThat(all).hasSizeGreaterThan(8).doesNotHaveDuplicates();
        assertThat(all.stream().map(Notice::position))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, all.size())
                        .mapToObj(i -> start + i)
                        .toList());
        IntStream.range(0, all.size())
                .forEach(from -> IntStream.rangeClosed(1, 6)
                        .forEach(limit -> assertThat(notices.after(start + from, limit))
                                .containsExactlyElementsOf(all.subList(from, Math.min(all.size(), from + limit)))));
    }

    @Test
    void anyOfThemIsFoundByItsPosition() {
        var start = notices.state().position();
        var claims = approved(3);
        withdraw(claims);
        claims.forEach(claim -> assertThat(heard.of(claim, 2)).hasSize(2));
        var all = notices.after(start, 1_000);
        var some = Stream.of(2, 5, all.size() - 1).map(all::get).toList();
        var positions = Stream.concat(some.stream().map(Notice::position), Stream.of(start + 1_000_000))
                .toList();
        assertThat(notices.at(positions)).containsExactlyInAnyOrderElementsOf(some);
    }

    /** As where an instance is killed before it notes how far it told. */
    @Test
    void whatWasWrittenBeforeWorkBrokeOffIsNotToldTwice() {
        var claims = approved(3);
        var soon = clock.instant().plus(Duration.ofSeconds(30));
        var expiring = world.approved(world.claim("Only now.", world.encrypted).with("expiresAt", soon.toString()));
        assertThat(heard.of(expiring, 1)).hasSize(1);
        teller.stop();
        var before = notices.state();
        withdraw(claims);
        clock.advance(Duration.ofSeconds(31));
        teller.start();
        assertThat(heard.of(expiring, 2)).hasSize(2);
        teller.stop();
        driver.executableQuery(FORGOTTEN)
                .withParameters(
                        Map.of("told", before.told(), "until", before.until().atZone(ZoneOffset.UTC)))
                .execute();
        var last = approved(1).getFirst();
        teller.start();
        assertThat(heard.of(last, 1)).hasSize(1);
        assertThat(claims).allSatisfy(claim -> assertThat(heard.all(claim)).hasSize(2));
        assertThat(heard.all(expiring)).hasSize(2);
    }

    /** Those that were told first go first; whoever comes back for them is told that they are gone. */
    @Test
    void whatWasToldTooLongAgoGoes() {
        var start = notices.state().position();
        var cursor = feed.cursor();
        withdraw(approved(2));
        var last = approved(1).getFirst();
        assertThat(heard.of(last, 1)).hasSize(1);
        teller.stop();
        var end = notices.state().position();
        assertThat(notices.forget(Instant.EPOCH, 1_000)).isZero();
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        while (notices.state().removed() < start) {
            assertThat(notices.forget(
                            tomorrow,
                            Math.toIntExact(
                                    Math.min(1_000, start - notices.state().removed()))))
                    .isPositive();
        }
        assertThat(notices.after(start, 1_000)).hasSize(Math.toIntExact(end - start));
        assertThat(notices.forget(tomorrow, 1_000)).isEqualTo(end - start);
        assertThat(notices.forget(tomorrow, 1_000)).isZero();
        assertThat(notices.state().removed()).isEqualTo(end);
        assertThat(notices.after(start, 1_000)).isEmpty();
        assertThatThrownBy(() -> feed.after(cursor).blockFirst()).hasMessageContaining("too old");
    }

    @Test
    void noticesOfBeforeAreKept() throws IOException {
        driver.executableQuery(OF_BEFORE).execute();
        var script = new ClassPathResource("neo4j/migrations/V0042__Notices_that_are_there.cypher");
        try (var session = driver.session()) {
            session.run(script.getContentAsString(StandardCharsets.UTF_8)).consume();
            assertThat(notices.at(List.of(-1L))).singleElement().satisfies(notice -> {
                assertThat(notice.aboutId()).isEqualTo("claim:a");
                assertThat(notice.kind()).isEqualTo(Notice.Kind.CLAIM_STANDING);
                assertThat(notice.commit()).isEqualTo(7);
                assertThat(notice.data()).isEqualTo("{}");
            });
            session.run("MATCH (n:Notice {last: -1}) DELETE n").consume();
        }
    }

    private List<String> approved(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> world.approved(world.claim("It is safe, " + i + ".", world.encrypted)))
                .toList();
    }

    private void withdraw(List<String> claims) {
        doors.changes().write(() -> {
            claims.forEach(claim ->
                    doors.endings().withdraw(doors.actor("approver"), new ClaimInputs.WithdrawClaim(claim, "Enough.")));
            return world;
        });
    }
}
