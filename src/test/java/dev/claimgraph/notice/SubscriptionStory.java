package dev.claimgraph.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Contract;
import dev.claimgraph.Input;
import dev.claimgraph.TestClock;
import dev.claimgraph.World;
import dev.claimgraph.api.EventStreamClient;
import dev.claimgraph.api.SocketClient;
import dev.claimgraph.history.Commits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Front ends are told of what changes as it does, and of what changed while they were away. */
@ClaimgraphTest
class SubscriptionStory {

    private static final String WATCH = """
        subscription($filter: ClaimFilter, $after: String) {
          claimStandingChanged(filter: $filter, after: $after) {
            cursor from to wasUsable usable action by { name } claim { id usable } reasons { code fact { id } }
          }
        }
        """;

    private final int port;
    private final Api api;
    private final Latest latest;
    private final NoticeRepository notices;
    private final TestClock clock;
    private final Commits commits;
    private World world;

    SubscriptionStory(
            @LocalServerPort int port, Latest latest, NoticeRepository notices, TestClock clock, Commits commits) {
        this.notices = notices;
        this.clock = clock;
        this.commits = commits;
        this.latest = latest;
        this.port = port;
        this.api = new Api(port);
    }

    @BeforeEach
    void aWorld() {
        await().until(() -> latest.readers() == 0);
        new Heard(notices, commits);
        world = new World(api);
    }

    @Test
    void aFrontEndIsToldOfAClaimThatBecameStaleAndWhy() {
        try (var socket = socket("viewer")) {
            subscribe(socket, Contract.operation("ClaimStandingChanged"), Map.of("filter", aboutSync()));
            await().until(() -> latest.readers() > 0);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            var change = next(socket, "claimStandingChanged");
            assertThat(change.get("from").asString()).isEqualTo("CURRENT");
            assertThat(change.get("to").asString()).isEqualTo("STALE");
            assertThat(change.at("/claim/id").asString()).isEqualTo(world.encryption);
            assertThat(change.at("/claim/usable").asBoolean()).isFalse();
            assertThat(change.at("/reasons/0/code").asString()).isEqualTo("FACT_SUSPECT");
            assertThat(change.at("/reasons/0/attribute").asString()).isEqualTo("encrypted");
            assertThat(change.at("/reasons/0/before").asString()).isEqualTo("true");
            assertThat(change.at("/reasons/0/after").asString()).isEqualTo("false");
        }
    }

    @Test
    void anEventStreamTellsTheSame() {
        var query =
                "subscription { claimStandingChanged(filter: {featureKeys: \"%s.sync\"}, after: \"%s\") { to claim { id } } }"
                        .formatted(world.name, now());
        try (var stream = EventStreamClient.openWith(port, SocketClient.basic("viewer"), query)) {
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            stream.awaitText("{\"to\":\"STALE\",\"claim\":{\"id\":\"%s\"}}".formatted(world.encryption));
        }
    }

    /** Who left with a cursor comes back with it, and is told all that came next, once and in its order. */
    @Test
    void whoComesBackMissesNothing() {
        String cursor;
        try (var socket = socket("viewer")) {
            subscribe(socket, WATCH, Map.of("filter", aboutSync(), "after", now()));
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            cursor = next(socket, "claimStandingChanged").get("cursor").asString();
        }
        world.verify(world.encrypted);
        world.verify(world.everything);
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.encryption).with("reason", "Enough."));
        try (var socket = socket("viewer")) {
            subscribe(socket, WATCH, Map.of("filter", aboutSync(), "after", cursor));
            assertThat(Stream.of(1, 2).map(i -> next(socket, "claimStandingChanged")))
                    .extracting(SubscriptionStory::said)
                    .containsExactly("verifyFact STALE -> CURRENT true", "withdrawClaim CURRENT -> CURRENT false");
            world.set(world.sync, "max-file-size", World.number(40, "GB"));
            assertThat(Stream.of(1, 2).map(i -> next(socket, "claimStandingChanged")))
                    .extracting(SubscriptionStory::said)
                    .containsExactlyInAnyOrder(
                            "reviseFeature CURRENT -> BROKEN false", "reviseFeature CURRENT -> STALE false");
        }
    }

    @Test
    void whoWatchesUsableClaimsIsToldOfOneThatIsNotAnyMore() {
        try (var socket = socket("viewer")) {
            var usable = Map.of("usable", true, "featureKeys", List.of(world.name + ".sync"));
            subscribe(socket, WATCH, Map.of("filter", usable, "after", now()));
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            assertThat(said(next(socket, "claimStandingChanged"))).isEqualTo("reviseFeature CURRENT -> STALE false");
        }
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        try (var socket = socket("viewer")) {
            subscribe(socket, WATCH, Map.of("after", "nonsense"));
            assertThat(socket.told()).startsWith("error").contains("after is not a cursor");
        }
    }

    @Test
    void whoComesBackTooLateIsToldSo() {
        var cursor = now();
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        try (var socket = socket("viewer")) {
            subscribe(socket, WATCH, Map.of("filter", aboutSync(), "after", cursor));
            next(socket, "claimStandingChanged");
        }
        notices.forget(clock.instant().plus(Duration.ofDays(1)), Integer.MAX_VALUE);
        try (var socket = socket("viewer")) {
            subscribe(socket, WATCH, Map.of("filter", aboutSync(), "after", cursor));
            assertThat(socket.told()).startsWith("error").contains("after is too old");
        }
    }

    @Test
    void anOwnerIsToldWhatWaitsForThem() {
        try (var socket = socket("owner")) {
            subscribe(
                    socket,
                    "subscription($after: String) { queueChanged(after: $after) { from to action fact { id } question"
                            + " { text } } }",
                    Map.of("after", now()));
            var fact = api.done("owner", world.fact(world.sync, "It is new."))
                    .at("/fact/id")
                    .asString();
            var recorded = next(socket, "queueChanged");
            assertThat(recorded.at("/fact/id").asString()).isEqualTo(fact);
            assertThat(recorded.get("from").isNull()).isTrue();
            assertThat(recorded.get("to").asString()).isEqualTo("UNVERIFIED");
            api.done(
                    "marketer",
                    Input.to("AskQuestion").with("subjectId", world.sync).with("text", "Is it so?"));
            assertThat(next(socket, "queueChanged").at("/question/text").asString())
                    .isEqualTo("Is it so?");
        }
    }

    /** What waits about it waits for others from now on, among them who acts in their name only since after they subscribed. */
    @Test
    void allWhoAnswerForItBeforeOrAfterAreToldThatSomethingChangedHands() {
        var team = admin("createTeam(input: {key: \"%s\", name: \"Team\", memberIds: \"%s\"}) { team { id } }"
                        .formatted(world.name, id("admin")))
                .at("/createTeam/team/id")
                .asString();
        try (var former = socket("owner");
                var alternate = socket("steward")) {
            var watch =
                    "subscription($after: String) { queueChanged(after: $after) { action changedHands { id owner { id"
                            + " } } } }";
            var after = Map.of("after", now());
            subscribe(former, watch, after);
            subscribe(alternate, watch, after);
            admin("nameAlternates(input: {ownerId: \"%s\", alternateIds: \"%s\"}) { problems { message } }"
                    .formatted(team, id("steward")));
            api.done("owner", Input.to("ChangeOwner").with("id", world.sync).with("ownerId", team));
            assertThat(List.of(former, alternate))
                    .extracting(socket -> next(socket, "queueChanged"))
                    .allSatisfy(change -> {
                        assertThat(change.get("action").asString()).isEqualTo("changeOwner");
                        assertThat(change.at("/changedHands/id").asString()).isEqualTo(world.sync);
                        assertThat(change.at("/changedHands/owner/id").asString())
                                .isEqualTo(team);
                    });
        }
    }

    @Test
    void whoFollowsAReviewIsToldEachStep() {
        var claim = world.drafted(world.claim("Reviewed.", world.encrypted));
        try (var socket = socket("marketer")) {
            var watch =
                    "subscription($ids: [ID!], $after: String) { reviewMoved(claimIds: $ids, after: $after) { action"
                            + " by { name } review { status } } }";
            subscribe(socket, watch, Map.of("ids", List.of(claim), "after", now()));
            api.done("marketer", Input.to("SubmitClaim").with("claimId", claim));
            api.done("approver", Input.to("ApproveClaim").with("claimId", claim));
            assertThat(Stream.of(1, 2).map(i -> next(socket, "reviewMoved")))
                    .extracting(move -> move.get("action").asString())
                    .containsExactly("submitClaim", "approveClaim");
        }
    }

    private JsonNode admin(String mutation) {
        return api.ask("admin", "mutation { %s }".formatted(mutation), Map.of());
    }

    private String id(String account) {
        return api.ask(account, "{ me { id } }", Map.of()).at("/me/id").asString();
    }

    private SocketClient socket(String account) {
        return SocketClient.open(port, account).init(Map.of());
    }

    private static void subscribe(SocketClient socket, String document, Map<String, ?> variables) {
        socket.send(Map.of(
                "id", "watch", "type", "subscribe", "payload", Map.of("query", document, "variables", variables)));
    }

    private String now() {
        return api.ask("viewer", "{ noticeCursor }", Map.of())
                .get("noticeCursor")
                .asString();
    }

    private static JsonNode next(SocketClient socket, String field) {
        var message = socket.next();
        assertThat(message.get("type").asString()).as(message.toString()).isEqualTo("next");
        assertThat(message.at("/payload").has("errors")).as(message.toString()).isFalse();
        return message.at("/payload/data/" + field);
    }

    private Map<String, Object> aboutSync() {
        return Map.of("featureKeys", List.of(world.name + ".sync"));
    }

    private static String said(JsonNode change) {
        return "%s %s -> %s %s"
                .formatted(
                        change.get("action").asString(),
                        change.get("from").asString(),
                        change.get("to").asString(),
                        change.get("usable").asBoolean());
    }
}
