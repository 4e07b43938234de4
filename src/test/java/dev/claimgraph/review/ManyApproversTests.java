package dev.claimgraph.review;

import static dev.claimgraph.ClaimAssert.assertThatClaim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.access.OpenIdProvider;
import dev.claimgraph.access.ProviderTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Where an organisation asks for two approvers of comparative claims, one is not enough. */
@ProviderTest
class ManyApproversTests {

    private World world;
    private Api api;
    private String claim;
    private String theirs;

    @BeforeEach
    void aComparativeClaimInReview(@LocalServerPort int port) {
        api = new Api(port, OpenIdProvider.running().logins());
        world = new World(api);
        theirs = world.verified(
                world.fact(world.competitor, "They stop at 5 GB.").with("kind", "COMPETITIVE"));
        claim = world.drafted(world.claim("Ten times as much as theirs.", world.fiftyGigabytes, theirs)
                .with("kind", "COMPARATIVE")
                .with("competitorIds", List.of(world.competitor)));
        api.done("marketer", Input.to("SubmitClaim").with("claimId", claim));
    }

    @Test
    void theSecondApproverPutsItInPlace() {
        api.done("approver", approval());
        assertThat(claim().get("status").asString()).isEqualTo("IN_REVIEW");
        assertThat(claim().at("/review/unmet/0/message").asString()).isEqualTo("1 of 2 people have approved it.");
        assertThat(api.refused("approver", approval())).containsExactly("SAME_PERSON claimId");
        api.done("admin", approval());
        assertThatClaim(world.trace(claim)).isUsable();
        assertThat(claim().get("approvals")).hasSize(2);
        assertThat(claim().get("pendingApprovals")).isEmpty();
    }

    @Test
    void anApprovalOfOtherWordsOrFactsDoesNotCount() {
        api.done("approver", approval());
        api.done("owner", world.verification(theirs).with("statement", "They stop at 6 GB."));
        api.done("admin", approval());
        assertThat(claim().get("status").asString()).isEqualTo("IN_REVIEW");
        api.done("approver", approval());
        assertThatClaim(world.trace(claim)).isUsable();
    }

    @Test
    void reaffirmingTakesAsManyPeople() {
        api.done("approver", approval());
        api.done("admin", approval());
        api.done("owner", world.verification(theirs).with("statement", "They stop at 6 GB."));
        assertThatClaim(world.trace(claim)).is("STALE");
        var reaffirmation = Input.to("ReaffirmClaim").with("claimId", claim);
        api.done("approver", reaffirmation);
        assertThatClaim(world.trace(claim)).is("STALE");
        api.done("admin", reaffirmation);
        assertThatClaim(world.trace(claim)).isUsable();
        assertThat(claim().get("approvals")).hasSize(4);
    }

    @Test
    void approvingADraftAndReaffirmingWhatIsServedDoNotTakeEachOthersApprovals() {
        api.done("approver", approval());
        api.done("admin", approval());
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", claim)
                        .with("expectedRevision", 1)
                        .with("text", "Ten times theirs."));
        api.done("marketer", Input.to("SubmitClaim").with("claimId", claim));
        api.done("approver", approval());
        var reaffirmation = Input.to("ReaffirmClaim").with("claimId", claim);
        api.done("approver", reaffirmation);
        api.done("admin", reaffirmation);
        assertThat(claim().get("pendingApprovals")).hasSize(1);
        api.done("admin", approval());
        assertThat(world.trace(claim).get("text").asString()).isEqualTo("Ten times theirs.");
    }

    @Test
    void otherKindsTakeOne() {
        assertThatClaim(world.trace(world.approved(world.claim("Just one.", world.fiftyGigabytes))))
                .isUsable();
    }

    private Input approval() {
        return Input.to("ApproveClaim").with("claimId", claim);
    }

    private JsonNode claim() {
        var document = """
            query ($id: ID!) { claim(id: $id) { status approvals { by { name } reaffirms } pendingApprovals { at }
              review { approversNeeded unmet { message } } } }
            """;
        return api.ask("viewer", document, Map.of("id", claim)).get("claim");
    }
}
