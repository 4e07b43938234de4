package dev.claimgraph.contribution;

import static dev.claimgraph.contribution.Organisation.accept;
import static dev.claimgraph.contribution.Organisation.contribute;
import static dev.claimgraph.contribution.Organisation.decline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What cannot be offered or accepted is said at once, with its place in what the caller sent. */
@ClaimgraphTest
class ContributionRefusalTests {

    private World world;
    private Api api;
    private Organisation organisation;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        organisation = new Organisation(api);
    }

    @Test
    void everythingWrongWithAnOfferIsSaidAtOnce() {
        var problem = contribute("MARKET_PROBLEM", " ")
                .with("key", "not a key")
                .with("note", "x".repeat(10_001))
                .with("subjectId", world.sync)
                .with("factId", world.encrypted)
                .with("evidence", Map.of("kind", "TEST", "title", "It ran."));
        assertThat(api.refused("viewer", problem))
                .containsExactlyInAnyOrder(
                        "INVALID subjectId",
                        "INVALID factId",
                        "INVALID evidence",
                        "INVALID key",
                        "REQUIRED text",
                        "TOO_LONG note",
                        "REQUIRED name");
        assertThat(api.refused("viewer", contribute("EVIDENCE", "It ran.")))
                .containsExactlyInAnyOrder("REQUIRED factId", "REQUIRED evidence");
        var evidence = contribute("EVIDENCE", "It ran.")
                .with("factId", "x")
                .with("evidence", Map.of("kind", "TEST", "title", "", "sha256", "x"));
        assertThat(api.refused("viewer", evidence))
                .containsExactlyInAnyOrder("REQUIRED evidence.title", "INVALID evidence.sha256", "NOT_FOUND factId");
        var fact = contribute("FACT", "x".repeat(2_001)).with("name", "Name").with("key", "key");
        assertThat(api.refused("viewer", fact))
                .containsExactlyInAnyOrder("TOO_LONG text", "INVALID name", "INVALID key", "REQUIRED subjectId");
    }

    @ParameterizedTest
    @CsvSource({"PERSONA_INSIGHT", "COMPETITOR_INSIGHT"})
    void anInsightIsAboutASubjectOfItsType(String kind) {
        assertThat(api.refused("viewer", contribute(kind, "It is so.").with("subjectId", world.sync)))
                .containsExactly("WRONG_TYPE subjectId");
        assertThat(api.refused("viewer", contribute(kind, "It is so.").with("subjectId", "x")))
                .containsExactly("NOT_FOUND subjectId");
    }

    @Test
    void aRetractedFactTakesNoEvidence() {
        var offer = contribute("EVIDENCE", "It ran.")
                .with("factId", world.encrypted)
                .with("evidence", Map.of("kind", "TEST", "title", "It ran."));
        var offered = organisation.offered("viewer", offer);
        api.done(
                "owner", Input.to("RetractFact").with("factId", world.encrypted).with("reason", "It is not."));
        assertThat(api.refused("viewer", offer)).containsExactly("WRONG_STATUS factId");
        assertThat(api.refused("admin", accept(offered))).containsExactly("WRONG_STATUS contributionId");
        assertThat(organisation.contribution(offered).get("status").asString()).isEqualTo("OFFERED");
    }

    @Test
    void whatTheThingIsRefusedForIsSaidOfTheAcceptance() {
        var problem = organisation.offered(
                "viewer", contribute("MARKET_PROBLEM", "It hurts.").with("name", "It hurts"));
        assertThat(api.refused(
                        "admin",
                        accept(problem).with("text", "x".repeat(10_001)).with("name", " ")))
                .containsExactlyInAnyOrder("REQUIRED key", "TOO_LONG text", "REQUIRED name");
        assertThat(api.refused("admin", accept(problem).with("key", world.name)))
                .containsExactly("KEY_TAKEN key");
        assertThat(api.refused(
                        "admin",
                        accept(problem).with("key", world.name + ".p").with("ownerId", organisation.me("viewer"))))
                .containsExactly("INVALID ownerId");
        var fact =
                organisation.offered("viewer", contribute("FACT", "It is so.").with("subjectId", world.sync));
        assertThat(api.refused("admin", accept(fact).with("note", "x".repeat(10_001))))
                .containsExactly("TOO_LONG note", "REQUIRED factKind");
        assertThat(api.refused(
                        "admin",
                        accept(fact)
                                .with("factKind", "LIMIT")
                                .with("text", "x".repeat(2_001))
                                .with("key", "not a key")))
                .containsExactlyInAnyOrder("TOO_LONG text", "INVALID key");
        var evidence = organisation.offered(
                "viewer",
                contribute("EVIDENCE", "It ran.")
                        .with("factId", world.encrypted)
                        .with("evidence", Map.of("kind", "TEST", "title", "It ran.")));
        assertThat(api.refused("admin", accept(evidence).with("evidence", Map.of("kind", "TEST", "title", " "))))
                .containsExactly("REQUIRED evidence.title");
        for (var id : new String[] {problem, fact, evidence}) {
            assertThat(organisation.contribution(id).get("status").asString()).isEqualTo("OFFERED");
        }
    }

    @Test
    void whatDoesNotGoWithItsKindIsRefusedAndNotIgnored() {
        var piece = Map.of("kind", "TEST", "title", "It ran.");
        var fact =
                organisation.offered("viewer", contribute("FACT", "It is so.").with("subjectId", world.sync));
        var owner = organisation.me("owner");
        assertThat(api.refused(
                        "admin",
                        accept(fact)
                                .with("factKind", "LIMIT")
                                .with("name", "Name")
                                .with("ownerId", owner)
                                .with("evidence", piece)))
                .containsExactlyInAnyOrder("INVALID name", "INVALID ownerId", "INVALID evidence");
        var evidence = organisation.offered(
                "viewer",
                contribute("EVIDENCE", "It ran.")
                        .with("factId", world.encrypted)
                        .with("evidence", piece));
        assertThat(api.refused(
                        "admin",
                        accept(evidence)
                                .with("key", "key")
                                .with("name", "Name")
                                .with("factKind", "LIMIT")
                                .with("ownerId", owner)))
                .containsExactlyInAnyOrder("INVALID key", "INVALID name", "INVALID factKind", "INVALID ownerId");
        var problem = organisation.offered(
                "viewer", contribute("MARKET_PROBLEM", "It hurts.").with("name", "It hurts"));
        assertThat(api.refused(
                        "admin",
                        accept(problem)
                                .with("key", world.name + ".pain")
                                .with("factKind", "LIMIT")
                                .with("evidence", piece)))
                .containsExactlyInAnyOrder("INVALID factKind", "INVALID evidence");
    }

    @Test
    void aStewardWhoMayNotOwnNamesWhoDoes() {
        organisation.steward("MARKET_PROBLEMS", null, null);
        var id = organisation.offered(
                "viewer", contribute("MARKET_PROBLEM", "It hurts.").with("name", "It hurts"));
        var taken = accept(id).with("key", world.name + ".hurts");
        assertThat(api.refused("steward", taken)).containsExactly("INVALID ownerId");
        organisation.done("steward", taken.with("ownerId", organisation.me("owner")));
    }

    @Test
    void aDecisionIsMadeOnceAndOnWhatIsThere() {
        var id = organisation.offered("viewer", contribute("FACT", "It is so.").with("subjectId", world.sync));
        assertThat(api.refused("admin", decline(id).with("reason", " "))).containsExactly("REQUIRED reason");
        organisation.done("admin", decline(id));
        assertThat(api.refused("admin", decline(id))).containsExactly("WRONG_STATUS contributionId");
        assertThat(api.refused("admin", accept(id))).containsExactly("WRONG_STATUS contributionId");
        assertThat(api.refused("viewer", Input.to("WithdrawContribution").with("contributionId", id)))
                .containsExactly("WRONG_STATUS contributionId");
        assertThat(api.refused("admin", accept("x"))).containsExactly("NOT_FOUND contributionId");
        assertThat(api.refused("admin", decline(world.sync))).containsExactly("WRONG_TYPE contributionId");
    }
}
