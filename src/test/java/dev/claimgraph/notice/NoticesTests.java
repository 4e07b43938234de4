package dev.claimgraph.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Doors;
import dev.claimgraph.Input;
import dev.claimgraph.TestClock;
import dev.claimgraph.World;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.claim.ClaimInputs;
import dev.claimgraph.history.Commits;
import dev.claimgraph.review.ReviewInputs;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each change of a claim's standing or usability becomes one notice, in the order of commits, however late it is worked out. */
@ClaimgraphTest
class NoticesTests {

    private final Api api;
    private final Notices door;
    private final NoticeRepository notices;
    private final Teller teller;
    private final TestClock clock;
    private final Doors doors;
    private final Commits commits;
    private final MeterRegistry meters;
    private World world;
    private Heard heard;

    NoticesTests(
            @LocalServerPort int port,
            Notices door,
            NoticeRepository notices,
            Teller teller,
            TestClock clock,
            Doors doors,
            Commits commits,
            MeterRegistry meters) {
        this.api = new Api(port);
        this.door = door;
        this.notices = notices;
        this.teller = teller;
        this.clock = clock;
        this.doors = doors;
        this.commits = commits;
        this.meters = meters;
    }

    @BeforeEach
    void aWorld() {
        heard = new Heard(notices, commits);
        world = new World(api);
    }

    @AfterEach
    void goOn() {
        if (!teller.isRunning()) {
            teller.start();
        }
    }

    @Test
    void aRevisionAnApprovalAndAWithdrawalAreTold() {
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.encryption).with("reason", "Enough."));
        assertThat(heard.of(world.encryption, 2))
                .containsExactly("CURRENT, not usable -> CURRENT, usable", "CURRENT, usable -> STALE, not usable");
    }

    @Test
    void aWithdrawalOfWhatWasUsableIsToldThoughItsStandingStays() {
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.sizes).with("reason", "Enough."));
        assertThat(heard.of(world.sizes, 2))
                .containsExactly("CURRENT, not usable -> CURRENT, usable", "CURRENT, usable -> CURRENT, not usable");
    }

    /** Whether a claim is wanted is seen as of its last notice, though it was seen otherwise a moment ago. */
    @Test
    void aClaimThatComesToBeOfAPersonaIsToldToWhoWatchesThePersona() {
        var ofPersona = new ClaimFilter(
                null, null, null, null, null, null, List.of(world.name), null, null, null, null, null, null);
        heard.of(world.encryption, 1);
        var told = heard.all(world.encryption).getLast();
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", world.encryption)
                        .with("expectedRevision", 1)
                        .with("personaIds", List.of(world.persona)));
        api.done("marketer", Input.to("SubmitClaim").with("claimId", world.encryption));
        assertThat(door.wanted(List.of(told), ofPersona)).isEmpty();
        api.done("approver", Input.to("ApproveClaim").with("claimId", world.encryption));
        var next = List.of(after(told));
        assertThat(door.wanted(next, ofPersona)).isEqualTo(next);
    }

    /** Each step is one commit, whose outcome a caller sees; what they see change is what is told, whether at once or all of it later. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "4, true"})
    void whatIsToldIsWhatCallersSaw(long seed, boolean late) {
        var claims = List.of(world.sizes, world.encryption);
        var seen = new HashMap<String, List<String>>();
        var last = new HashMap<String, String>();
        claims.forEach(claim -> {
            seen.put(claim, new ArrayList<>(List.of("CURRENT, not usable -> CURRENT, usable")));
            last.put(claim, worth(claim));
        });
        if (late) {
            teller.stop();
        }
        var random = new Random(seed);
        for (var i = 0; i < 25; i++) {
            step(random);
            claims.forEach(claim -> {
                var worth = worth(claim);
                var before = last.put(claim, worth);
                if (!worth.equals(before)) {
                    seen.get(claim).add(before + " -> " + worth);
                }
            });
        }
        if (late) {
            teller.start();
        }
        claims.forEach(claim ->
                assertThat(heard.of(claim, seen.get(claim).size())).containsExactlyElementsOf(seen.get(claim)));
    }

    @Test
    void whatRunsOutIsToldWithoutAnybodyActing() {
        var soon = clock.instant().plus(Duration.ofSeconds(30));
        var fact = certifiedUntil(soon);
        var lapsing = world.approved(world.claim("Certified.", fact));
        var expiring =
                world.approved(world.claim("Only now.", world.fiftyGigabytes).with("expiresAt", soon.toString()));
        clock.advance(Duration.ofSeconds(31));
        var approved = "CURRENT, not usable -> CURRENT, usable";
        var within = Duration.ofSeconds(5);
        assertThat(heard.of(lapsing, 2, within)).containsExactly(approved, "CURRENT, usable -> STALE, not usable");
        assertThat(heard.of(expiring, 2, within)).containsExactly(approved, "CURRENT, usable -> EXPIRED, not usable");
        assertThat(heard.all(lapsing).getLast().at()).isEqualTo(soon);
    }

    /** Though it is there no more when somebody looks. */
    @Test
    void whatRanOutWhileNobodyWorkedItOutIsToldInItsOrder() {
        var soon = clock.instant().plus(Duration.ofSeconds(30));
        var fact = certifiedUntil(soon);
        var claim = world.approved(world.claim("Certified.", fact));
        assertThat(heard.of(claim, 1)).containsExactly("CURRENT, not usable -> CURRENT, usable");
        teller.stop();
        clock.advance(Duration.ofSeconds(31));
        world.verify(fact);
        api.done("approver", Input.to("WithdrawClaim").with("claimId", claim).with("reason", "Enough."));
        teller.start();
        assertThat(heard.of(claim, 4))
                .containsExactly(
                        "CURRENT, not usable -> CURRENT, usable",
                        "CURRENT, usable -> STALE, not usable",
                        "STALE, not usable -> CURRENT, usable",
                        "CURRENT, usable -> CURRENT, not usable");
        assertThat(heard.all(claim).get(1).at()).isEqualTo(soon);
    }

    /** Whoever wrote last before it was renewed had to do with something else. */
    @Test
    void whatRanOutBeforeItWasRenewedIsToldThoughOthersWroteInBetween() {
        var soon = clock.instant().plus(Duration.ofSeconds(30));
        var fact = certifiedUntil(soon);
        var lapsing = world.approved(world.claim("Certified.", fact));
        var expiring =
                world.approved(world.claim("Only now.", world.fiftyGigabytes).with("expiresAt", soon.toString()));
        var approved = "CURRENT, not usable -> CURRENT, usable";
        assertThat(heard.of(expiring, 1)).containsExactly(approved);
        teller.stop();
        clock.advance(Duration.ofSeconds(31));
        tidy();
        clock.advance(Duration.ofSeconds(1));
        world.verify(fact);
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", expiring)
                        .with("expectedRevision", 1)
                        .with("expiresAt", soon.plus(Duration.ofDays(1)).toString()));
        api.done("marketer", Input.to("SubmitClaim").with("claimId", expiring));
        api.done("approver", Input.to("ApproveClaim").with("claimId", expiring));
        teller.start();
        assertThat(heard.of(lapsing, 3))
                .containsExactly(
                        approved, "CURRENT, usable -> STALE, not usable", "STALE, not usable -> CURRENT, usable");
        assertThat(heard.of(expiring, 3))
                .containsExactly(
                        approved, "CURRENT, usable -> EXPIRED, not usable", "EXPIRED, not usable -> CURRENT, usable");
        assertThat(heard.all(lapsing).get(1).at()).isEqualTo(soon);
    }

    private String certifiedUntil(Instant moment) {
        var fact = api.done("owner", world.fact(world.sync, "It is certified."))
                .at("/fact/id")
                .asString();
        api.done("owner", world.verification(fact).with("validUntil", moment.toString()));
        return fact;
    }

    /** A revision that leaves a fact's standing as it was makes no difference to its claims. */
    @Test
    void whatMakesNoDifferenceIsNotTold() {
        world.set(world.sync, "max-file-size", World.number(60, "GB"));
        world.set(world.sync, "max-file-size", World.number(50, "GB"));
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        assertThat(heard.of(world.encryption, 4)).hasSize(4);
        assertThat(heard.all(world.sizes)).hasSize(1);
    }

    @Test
    void aRefusedWriteIsNotTold() {
        var withdrawal = Input.to("WithdrawClaim").with("claimId", world.sizes).with("reason", " ");
        assertThat(api.refused("approver", withdrawal)).isNotEmpty();
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        assertThat(heard.of(world.encryption, 2)).hasSize(2);
        assertThat(heard.all(world.sizes)).hasSize(1);
    }

    @Test
    void whatNobodyIsToldOfHoldsUpNothing() {
        tidy();
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        assertThat(heard.of(world.encryption, 2)).hasSize(2);
    }

    /** Though those who wait for an answer go first. */
    @Test
    void itIsToldWhileAsManyAreAnsweredAsGo() {
        var told = new AtomicBoolean();
        var askers = IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors())
                .<Supplier<Boolean>>mapToObj(i -> () -> {
                    while (!told.get()) {
                        worth(world.encryption);
                    }
                    return true;
                });
        Supplier<Boolean> reviser = () -> {
            try {
                world.set(world.sync, "encrypted", Map.of("boolean", false));
                return heard.of(world.encryption, 2).size() == 2;
            } finally {
                told.set(true);
            }
        };
        assertThat(AtOnce.all(Stream.concat(askers, Stream.of(reviser)).toList()))
                .containsOnly(true);
    }

    private void tidy() {
        doors.changes().write(() -> {
            doors.changes()
                    .record(doors.actor("admin"), "tidy", "the attic", Map.of("tidy", false), Map.of(), List.of());
            return world;
        });
    }

    @Test
    void howManyAndHowLateIsMeasured() {
        var before = told();
        teller.stop();
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        teller.start();
        assertThat(heard.of(world.encryption, 2)).hasSize(2);
        assertThat(told()).isGreaterThan(before);
        await().until(() -> meters.get("claimgraph.notices.behind").gauge().value() == 0);
    }

    private long told() {
        return meters.get("claimgraph.notices")
                .tag("kind", "CLAIM_STANDING")
                .timer()
                .count();
    }

    /** As the sample company is loaded. */
    @Test
    void severalStepsThatOneCommitTakesAreToldAsOne() {
        var claim = world.drafted(world.claim("At once.", world.encrypted));
        doors.changes().write(() -> {
            doors.reviews().submit(doors.actor("marketer"), new ReviewInputs.SubmitClaim(claim, null));
            doors.reviews().reject(doors.actor("approver"), new ReviewInputs.RejectClaim(claim, "Not so."));
            return claim;
        });
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        assertThat(heard.of(world.encryption, 2)).hasSize(2);
        assertThat(heard.all(reviewOf(claim))).hasSize(1);
    }

    /** More than are read at a time. */
    @Test
    void aCommitOfManyChangesIsToldAsOne() {
        doors.changes().write(() -> {
            IntStream.range(0, 150).forEach(i -> tidy());
            withdraw(world.encryption);
            IntStream.range(0, 150).forEach(i -> tidy());
            withdraw(world.sizes);
            return world;
        });
        var withdrawn = "CURRENT, usable -> CURRENT, not usable";
        assertThat(heard.of(world.encryption, 2)).endsWith(withdrawn);
        assertThat(heard.of(world.sizes, 2)).endsWith(withdrawn);
        assertThat(heard.all(world.sizes).getLast().commit())
                .isEqualTo(heard.all(world.encryption).getLast().commit());
    }

    private void withdraw(String claim) {
        doors.endings().withdraw(doors.actor("approver"), new ClaimInputs.WithdrawClaim(claim, "Enough."));
    }

    private String reviewOf(String claim) {
        return api.ask("viewer", "query($id: ID!) { claim(id: $id) { review { id } } }", Map.of("id", claim))
                .at("/claim/review/id")
                .asString();
    }

    private void step(Random random) {
        switch (random.nextInt(9)) {
            case 0 -> world.set(world.sync, "encrypted", Map.of("boolean", random.nextBoolean()));
            case 1 -> world.set(world.sync, "max-file-size", World.number(random.nextBoolean() ? 40 : 50, "GB"));
            case 2 -> api.send("owner", world.verification(world.encrypted));
            case 3 -> api.send("owner", world.verification(world.everything));
            case 4 -> api.send("owner", world.verification(world.fiftyGigabytes));
            case 5 ->
                api.send(
                        "owner",
                        world.verification(world.encrypted)
                                .with("statement", "Files are encrypted, " + random.nextInt(3) + "."));
            case 6 -> api.send("approver", Input.to("ReaffirmClaim").with("claimId", world.encryption));
            case 7 -> reword(random);
            default -> api.send("owner", world.verification(world.encrypted).with("decision", "DISPUTED"));
        }
    }

    /** The claim is put on another fact, and approved so. */
    private void reword(Random random) {
        var claim = api.ask("viewer", "query($id: ID!) { claim(id: $id) { revision } }", Map.of("id", world.sizes));
        api.send(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", world.sizes)
                        .with("expectedRevision", claim.at("/claim/revision").asInt())
                        .with("factIds", List.of(random.nextBoolean() ? world.fiftyGigabytes : world.encrypted)));
        api.send("marketer", Input.to("SubmitClaim").with("claimId", world.sizes));
        api.send("approver", Input.to("ApproveClaim").with("claimId", world.sizes));
    }

    private String worth(String claim) {
        var found = api.ask("viewer", "query($id: ID!) { claim(id: $id) { standing usable } }", Map.of("id", claim));
        return Heard.worth(
                found.at("/claim/standing").asString(),
                found.at("/claim/usable").asBoolean());
    }

    private static Notice after(Notice told) {
        return new Notice(
                told.position() + 1,
                told.kind(),
                told.commit() + 1,
                told.at(),
                told.aboutId(),
                told.personId(),
                told.action(),
                told.data());
    }
}
