package dev.claimgraph.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.TestClock;
import dev.claimgraph.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A product owner's queue: what needs them, what their verification is worth, and many decisions at once. */
@ClaimgraphTest
class VerificationQueueStory {

    private static final String VERIFY = """
        mutation($input: VerifyFactsInput!) {
          verifyFacts(input: $input) {
            outcomes { fact { id standing } problems { code path } }
            problems { code message path }
          }
        }
        """;

    private static final String PAGE = """
        query($after: String) {
          verificationQueue(first: 100, after: $after) {
            nodes { leverage fact { id standing } changes { attribute before after by { name } } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void whatHoldsBackMostComesFirstWithWhatChangedSinceItWasVerified() {
        publish(world.sizes, 3);
        publish(world.encryption, 2);
        publish(world.drafted(world.claim("Nobody approved this.", world.fiftyGigabytes)), 5);
        assertThat(queued("owner")).isEmpty();

        world.set(world.sync, "encrypted", Map.of("boolean", false));
        world.set(world.sync, "max-file-size", World.number(40, "GB"));
        assertThat(queued("owner"))
                .containsExactly(
                        "3 CONTRADICTED max-file-size 50 GB>40 GB",
                        "2 SUSPECT encrypted true>false, max-file-size 50 GB>40 GB",
                        "2 SUSPECT encrypted true>false");

        world.verify(world.everything);
        assertThat(queued("owner")).hasSize(2);
        world.set(world.sync, "max-file-size", World.number(50, "GB"));
        assertThat(queued("owner"))
                .containsExactly("2 SUSPECT max-file-size 40 GB>50 GB", "2 SUSPECT encrypted true>false");
    }

    @Test
    void whatEndedOrIsApprovedNoLongerIsNotHeldBack() {
        var usages = publish(world.sizes, 2);
        world.set(world.sync, "max-file-size", World.number(40, "GB"));
        api.done("marketer", Input.to("EndUsage").with("usageId", usages.getFirst()));
        assertThat(queued("owner").getFirst()).startsWith("1 CONTRADICTED");
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.sizes).with("reason", "Enough."));
        assertThat(queued("owner")).contains("0 CONTRADICTED max-file-size 50 GB>40 GB");
    }

    @Test
    void aFactAboutToLapseWaitsAndHoldsBackOnceItHas(@Autowired TestClock clock) {
        publish(world.encryption, 1);
        var now = clock.instant();
        lapsing(world.encrypted, now.plus(Duration.ofDays(13)).toString());
        lapsing(world.fiftyGigabytes, now.plus(Duration.ofDays(15)).toString());
        assertThat(queued("owner")).containsExactly("0 VERIFIED ");
        lapsing(world.encrypted, clock.instant().plusSeconds(5).toString());
        assertThat(queued("owner")).containsExactly("0 VERIFIED ");
        clock.advance(Duration.ofSeconds(6));
        assertThat(queued("owner")).containsExactly("1 LAPSED ");
    }

    @Test
    void aFactThatWasRewordedWaitsWithBothStatements() {
        var reworded = Map.of("factId", world.encrypted, "expectedRevision", 1, "statement", "Files are safe.");
        api.done("owner", new Input("ReviseFact", new HashMap<>(reworded)));
        assertThat(queued("owner")).containsExactly("0 SUSPECT null Files are encrypted at rest.>Files are safe.");
    }

    @Test
    void whoeverAnswersForTheSubjectHasItsFactsInTheirQueue() {
        var fact = api.done("owner", world.fact(world.sync, "It is new."))
                .at("/fact/id")
                .asString();
        assertThat(ids("owner")).containsExactly(fact);
        assertThat(ids("admin")).isEmpty();

        changeOwner(world.product, id("admin"));
        assertThat(ids("owner")).isEmpty();
        assertThat(ids("admin")).containsExactly(fact);

        changeOwner(world.sync, team());
        assertThat(ids("owner")).containsExactly(fact);
        assertThat(ids("admin")).isEmpty();

        changeOwner(world.product, id("owner"));
        assertThat(ids("owner")).containsExactly(fact);
    }

    @Test
    void whatIsRecordedWhileTheOwnerChangesIsInTheNewOnesQueue() {
        Supplier<String> record = () -> api.done("owner", world.fact(world.share, "It is new."))
                .at("/fact/id")
                .asString();
        var recorded =
                AtOnce.all(List.of(record, record, () -> changeOwner(world.product, id("admin")), record, record));
        assertThat(ids("owner")).isEmpty();
        assertThat(ids("admin")).hasSize(4).isSubsetOf(recorded);
    }

    @Test
    void aFeatureThatIsToBeHadAsksForAllOfItsFactsAtOnce() {
        api.done("owner", world.revision(world.sync).with("lifecycle", "BETA"));
        List.of(world.fiftyGigabytes, world.encrypted, world.everything).forEach(world::verify);
        assertThat(ids("owner")).isEmpty();

        api.done("owner", world.revision(world.sync).with("lifecycle", "GENERALLY_AVAILABLE"));
        assertThat(ids("owner")).containsExactlyInAnyOrder(world.fiftyGigabytes, world.encrypted, world.everything);

        var rivals = api.done("admin", world.fact(world.share, "It is ours."))
                .at("/fact/id")
                .asString();
        changeOwner(world.share, id("admin"));
        var seen = world.verification(world.encrypted).fields();
        var late = new HashMap<>(seen);
        late.put("basis", "seen long ago");
        var payload = verify(List.of(
                world.verification(world.fiftyGigabytes).fields(),
                late,
                world.verification(rivals).fields(),
                world.verification(world.everything).fields(),
                seen));
        assertThat(outcomes(payload))
                .containsExactly(
                        "VERIFIED []",
                        "SUSPECT [CONFLICT verifications.1.basis]",
                        "null [FORBIDDEN verifications.2.factId]",
                        "VERIFIED []",
                        "VERIFIED []");
        assertThat(payload.get("problems").findValuesAsString("code")).containsExactly("CONFLICT", "FORBIDDEN");
        assertThat(ids("owner")).isEmpty();
    }

    @Test
    void moreThanAHundredAtOnceAreRefusedAsAWhole() {
        var one = world.verification(world.encrypted).fields();
        var payload = verify(Collections.nCopies(101, one));
        assertThat(payload.get("outcomes")).isEmpty();
        assertThat(payload.at("/problems/0/code").asString()).isEqualTo("TOO_LONG");
        assertThat(world.verification(world.encrypted).fields()).isEqualTo(one);
    }

    private JsonNode verify(List<?> verifications) {
        return api.ask("owner", VERIFY, Map.of("input", Map.of("verifications", verifications)))
                .get("verifyFacts");
    }

    private static List<String> outcomes(JsonNode payload) {
        return payload.get("outcomes")
                .valueStream()
                .map(outcome -> outcome.at("/fact/standing").asString("null") + " "
                        + outcome.get("problems")
                                .valueStream()
                                .map(problem -> problem.get("code").asString() + " "
                                        + String.join(".", Api.texts(problem.get("path"))))
                                .toList())
                .toList();
    }

    private List<String> publish(String claim, int places) {
        return IntStream.range(0, places)
                .mapToObj(i -> Input.to("RecordUsage").with("claimId", claim).with("url", "https://example.com/" + i))
                .map(usage -> api.done("marketer", usage).at("/usage/id").asString())
                .toList();
    }

    private void lapsing(String fact, String until) {
        api.done("owner", world.verification(fact).with("validUntil", until));
    }

    private String changeOwner(String thing, String owner) {
        api.done("admin", Input.to("ChangeOwner").with("id", thing).with("ownerId", owner));
        return thing;
    }

    private String id(String account) {
        return api.ask(account, "{ me { id } }", Map.of()).at("/me/id").asString();
    }

    /** A team of the owner alone. */
    private String team() {
        var make = "mutation { createTeam(input: {key: \"%s\", name: \"Team\", memberIds: \"%s\"}) { team { id } } }";
        return api.ask("admin", make.formatted(world.name, id("owner")), Map.of())
                .at("/createTeam/team/id")
                .asString();
    }

    private List<String> ids(String account) {
        return waiting(account).stream()
                .map(item -> item.at("/fact/id").asString())
                .toList();
    }

    private List<String> queued(String account) {
        return waiting(account).stream()
                .map(item -> "%d %s %s"
                        .formatted(
                                item.get("leverage").asInt(),
                                item.at("/fact/standing").asString(),
                                String.join(
                                        ", ",
                                        item.get("changes")
                                                .valueStream()
                                                .map(VerificationQueueStory::change)
                                                .toList())))
                .toList();
    }

    private static String change(JsonNode change) {
        assertThat(change.at("/by/name").asString()).isNotBlank();
        return "%s %s>%s"
                .formatted(
                        change.get("attribute").asString("null"),
                        change.get("before").asString(),
                        change.get("after").asString());
    }

    /** What of this world waits: others fill the queue too. */
    private List<JsonNode> waiting(String account) {
        var mine = Set.copyOf(factIds());
        var found = new ArrayList<JsonNode>();
        JsonNode page = null;
        do {
            var after = new HashMap<String, Object>();
            after.put(
                    "after",
                    page == null ? null : page.at("/pageInfo/endCursor").asString());
            page = api.ask(account, PAGE, after).get("verificationQueue");
            page.get("nodes")
                    .valueStream()
                    .filter(item -> mine.contains(item.at("/fact/id").asString()))
                    .forEach(found::add);
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return found;
    }

    private List<String> factIds() {
        var document = "query($ids: [ID!]) { facts(filter: {subjectIds: $ids}, first: 100) { nodes { id } } }";
        return api.ask("viewer", document, Map.of("ids", List.of(world.sync, world.share)))
                .at("/facts/nodes")
                .findValuesAsString("id");
    }
}
