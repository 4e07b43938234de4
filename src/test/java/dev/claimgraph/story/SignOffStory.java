package dev.claimgraph.story;

import static dev.claimgraph.ClaimAssert.assertThatClaim;
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

/** A claim on its way from a marketer's draft to an approver's word, and beyond. */
@ClaimgraphTest
class SignOffStory {

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void newWordingOfAnApprovedClaimWaitsBesideItUntilItIsApproved() {
        var draft = api.done("marketer", revision(world.sizes, 1).with("text", "Files as big as yours sync."));
        assertThat(draft.at("/claim/status").asString()).isEqualTo("APPROVED");
        assertThat(draft.at("/claim/draft/text").asString()).isEqualTo("Files as big as yours sync.");
        assertThatClaim(world.trace(world.sizes)).isUsable();
        assertThat(world.trace(world.sizes).get("text").asString()).isEqualTo("Your biggest files sync.");

        api.done("marketer", Input.to("SubmitClaim").with("claimId", world.sizes));
        api.done("approver", Input.to("ApproveClaim").with("claimId", world.sizes));
        assertThat(world.trace(world.sizes).get("text").asString()).isEqualTo("Files as big as yours sync.");
        assertThatClaim(world.trace(world.sizes)).isUsable();
    }

    @Test
    void aRejectedDraftLeavesWhatWasApprovedInPlace() {
        api.done("marketer", revision(world.sizes, 1).with("text", "The biggest files in the world sync."));
        api.done("marketer", Input.to("SubmitClaim").with("claimId", world.sizes));
        api.done(
                "approver",
                Input.to("RejectClaim").with("claimId", world.sizes).with("reason", "50 GB is not the world."));
        assertThatClaim(world.trace(world.sizes)).isUsable();
    }

    @Test
    void aClaimInReviewThatIsRevisedGoesBackToDraft() {
        var claim = world.drafted(world.claim("Files sync.", world.fiftyGigabytes));
        api.done("marketer", Input.to("SubmitClaim").with("claimId", claim));
        var revised = api.done("marketer", revision(claim, 1).with("text", "Your files sync."));
        assertThat(revised.at("/claim/status").asString()).isEqualTo("DRAFT");
        assertThat(revised.at("/claim/draft").isNull()).isTrue();
        assertThat(api.refused("marketer", revision(claim, 1).with("text", "Late.")))
                .containsExactly("CONFLICT expectedRevision");
    }

    @Test
    void whatIsWithdrawnOrSupersededIsNotUsableAndSaysSo() {
        api.done(
                "approver",
                Input.to("SupersedeClaim").with("claimId", world.sizes).with("successorId", world.encryption));
        assertThatClaim(world.trace(world.sizes)).isUnusableBecause("SUPERSEDED");
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.encryption).with("reason", "Enough."));
        assertThatClaim(world.trace(world.encryption)).isUnusableBecause("WITHDRAWN");
        assertThat(api.refused("marketer", revision(world.encryption, 1).with("text", "Again.")))
                .containsExactly("WRONG_STATUS claimId");
    }

    @Test
    void aVariantIsPrintedWhereItIsFor() {
        var variants = List.of(
                Map.of("text", "Big files!", "channel", "ads"),
                Map.of("text", "Große Dateien!", "channel", "ads", "locale", "de"));
        var claim = world.approved(world.claim("Your biggest files sync.", world.fiftyGigabytes)
                .with("variants", variants)
                .with("qualifiers", List.of("On paid plans.")));
        assertThat(printed(Map.of("id", claim))).isEqualTo("Your biggest files sync.");
        assertThat(printed(Map.of("id", claim, "channel", "ads"))).isEqualTo("Big files!");
        assertThat(printed(Map.of("id", claim, "channel", "ads", "locale", "de")))
                .isEqualTo("Große Dateien!");
        assertThat(printed(Map.of("id", claim, "channel", "web", "locale", "de")))
                .isEqualTo("Your biggest files sync.");
    }

    @Test
    void aUsageIsRecordedOnceForEachAddress() {
        var usage =
                Input.to("RecordUsage").with("claimId", world.sizes).with("url", "https://example.com/" + world.name);
        var first = api.done("marketer", usage).at("/usage/id").asString();
        assertThat(api.done("marketer", usage).at("/usage/id").asString()).isEqualTo(first);
        var ended = api.ask(
                "marketer",
                "mutation($id: ID!) { endUsage(input: {usageId: $id}) { usage { live } problems { code } } }",
                Map.of("id", first));
        assertThat(ended.at("/endUsage/usage/live").asBoolean()).isFalse();
    }

    private static Input revision(String claim, int expected) {
        return Input.to("ReviseClaim").with("claimId", claim).with("expectedRevision", expected);
    }

    private String printed(Map<String, ?> variables) {
        return api.send("viewer", "PublishableClaim", variables)
                .at("/publishableClaim/text")
                .asString();
    }
}
