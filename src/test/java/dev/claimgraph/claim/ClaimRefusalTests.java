package dev.claimgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the claim module refuses, with the place of what is wrong, and nothing written. */
@ClaimgraphTest
class ClaimRefusalTests {

    private static final String SEEN = """
        query($id: ID!, $feature: String!) {
          claim(id: $id) {
            text status basis revision supersededBy { id } draft { text status }
            usages { totalCount } history { totalCount }
          }
          claims(filter: {featureKeys: [$feature]}) { totalCount }
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
    void textsThatAreBlankOrTooLong() {
        assertThat(refused(claim().with("text", ""))).containsExactly("REQUIRED text");
        assertThat(refused(claim().with("text", "x".repeat(2_001)))).containsExactly("TOO_LONG text");
        assertThat(refused(claim().with("qualifiers", List.of("Fine.", " ")))).containsExactly("REQUIRED qualifiers.1");
        assertThat(refused(claim().with("variants", List.of(Map.of("text", "")))))
                .containsExactly("REQUIRED variants.0.text");
    }

    @Test
    void factsAndSubjectsThatAreNotThereOrOfAnotherKind() {
        assertThat(refused(claim().with("factIds", List.of(world.encrypted, "nobody"))))
                .containsExactly("NOT_FOUND factIds.1");
        assertThat(refused(claim().with("factIds", List.of(world.sync)))).containsExactly("WRONG_TYPE factIds.0");
        assertThat(refused(claim().with("personaIds", List.of(world.competitor))))
                .containsExactly("WRONG_TYPE personaIds.0");
    }

    @Test
    void anExpiryThatHasPassed() {
        assertThat(refused(claim().with("expiresAt", "2020-01-01T00:00:00Z"))).containsExactly("INVALID expiresAt");
    }

    @Test
    void anApprovalOfWhatIsNotInReview() {
        var draft = world.drafted(claim());
        assertThat(api.refused("approver", approval(draft))).containsExactly("WRONG_STATUS claimId");
    }

    @Test
    void anApprovalOnFactsThatNobodyVerified() {
        var fact = api.done("owner", world.fact(world.sync, "Nobody looked at this."))
                .at("/fact/id")
                .asString();
        var claim = submitted(world.claim("It is so.", world.encrypted, fact));
        assertThat(api.refused("approver", approval(claim))).containsExactly("NOT_VERIFIED claimId");
    }

    @Test
    void anApprovalWithoutWhatTheKindDemands() {
        var claim = submitted(claim().with("kind", "COMPARATIVE"));
        assertThat(api.refused("approver", approval(claim))).containsExactly("KIND_DEMAND claimId");
        assertThat(world.trace(claim).at("/standing").asString()).isEqualTo("UNSUPPORTED");
    }

    @Test
    void anApprovalByWhoeverWroteIt() {
        var claim = api.done("admin", claim()).at("/claim/id").asString();
        api.done("admin", Input.to("SubmitClaim").with("claimId", claim));
        assertThat(api.refused("admin", approval(claim))).containsExactly("SAME_PERSON claimId");
        api.done("approver", approval(claim));
    }

    @Test
    void anApprovalOfWhatTheApproverWasNotShown() {
        var claim = submitted(claim());
        assertThat(api.refused("approver", approval(claim).with("basis", "what it was")))
                .containsExactly("CONFLICT basis");
    }

    @Test
    void aCircleOfSuccessors() {
        assertThat(api.refused("approver", succession(world.sizes, world.sizes)))
                .contains("CYCLE successorId");
        api.done("approver", succession(world.sizes, world.encryption));
        assertThat(api.refused("approver", succession(world.encryption, world.sizes)))
                .contains("CYCLE successorId");
    }

    @Test
    void aSuccessorThatIsNotApproved() {
        assertThat(api.refused("approver", succession(world.sizes, world.drafted(claim()))))
                .containsExactly("WRONG_STATUS successorId");
    }

    @Test
    void aUsageOfAClaimThatIsNotThere() {
        assertThat(api.refused(
                        "marketer",
                        Input.to("RecordUsage").with("claimId", "nobody").with("url", "https://example.com/")))
                .containsExactly("NOT_FOUND claimId");
    }

    @Test
    void aUsageThatEnded() {
        var usage = api.done(
                        "marketer",
                        Input.to("RecordUsage").with("claimId", world.sizes).with("url", "https://example.com/"))
                .at("/usage/id")
                .asString();
        var end = Input.to("EndUsage").with("usageId", usage);
        api.done("marketer", end);
        assertThat(refused(end)).containsExactly("WRONG_STATUS usageId");
    }

    @Test
    void whatIsRefusedLeavesNothingWritten() {
        var before = seen();
        assertThat(refused(claim().with("qualifiers", List.of(" ")))).isNotEmpty();
        assertThat(refused(Input.to("ReviseClaim")
                        .with("claimId", world.encryption)
                        .with("expectedRevision", 1)
                        .with("text", "Good.")
                        .with("factIds", List.of("nobody"))))
                .isNotEmpty();
        assertThat(refused(Input.to("SubmitClaim").with("claimId", world.encryption)))
                .isNotEmpty();
        assertThat(refused(Input.to("RecordUsage")
                        .with("claimId", world.encryption)
                        .with("url", "https://example.com/")
                        .with("title", "x".repeat(201))))
                .isNotEmpty();
        for (var decision : List.of("ApproveClaim", "RejectClaim", "WithdrawClaim")) {
            var input = Input.to(decision).with("claimId", world.encryption);
            assertThat(api.refused("approver", decision.equals("ApproveClaim") ? input : input.with("reason", " ")))
                    .isNotEmpty();
        }
        assertThat(api.refused(
                        "approver",
                        Input.to("ReaffirmClaim")
                                .with("claimId", world.encryption)
                                .with("basis", "what it was")))
                .isNotEmpty();
        assertThat(api.refused("approver", succession(world.encryption, world.encryption)))
                .isNotEmpty();
        assertThat(seen()).isEqualTo(before);
    }

    @Test
    void draftingTwiceWithOneIdempotencyKeyDraftsOnce() {
        var input = claim().with("idempotencyKey", world.name);
        var first = world.drafted(input);
        assertThat(world.drafted(input)).isEqualTo(first);
        assertThat(refused(input.with("text", "Another."))).containsExactly("IDEMPOTENCY_MISMATCH idempotencyKey");
        assertThat(seen().at("/claims/totalCount").asInt()).isEqualTo(3);
    }

    private JsonNode seen() {
        return api.ask("viewer", SEEN, Map.of("id", world.encryption, "feature", world.name + ".sync"));
    }

    private Input claim() {
        return world.claim("Your files are safe.", world.encrypted);
    }

    private String submitted(Input claim) {
        var id = world.drafted(claim);
        api.done("marketer", Input.to("SubmitClaim").with("claimId", id));
        return id;
    }

    private static Input approval(String claim) {
        return Input.to("ApproveClaim").with("claimId", claim);
    }

    private static Input succession(String claim, String successor) {
        return Input.to("SupersedeClaim").with("claimId", claim).with("successorId", successor);
    }

    private List<String> refused(Input input) {
        return api.refused("marketer", input);
    }
}
