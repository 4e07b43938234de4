package dev.claimgraph.story;

import static dev.claimgraph.ClaimAssert.assertThatClaim;
import static dev.claimgraph.World.number;
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

/** The product changes, and exactly the right claims know, each with its reason. */
@ClaimgraphTest
class ProductChangesStory {

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void aClaimTracesToThePersonWhoVerifiedItsFact() {
        var trace = world.trace(world.sizes);
        assertThatClaim(trace).isUsable().is("CURRENT");
        assertThat(trace.at("/substantiation/0/fact/verification/by/name").asString())
                .isEqualTo("Olivia Owner");
        assertThat(trace.at("/substantiation/0/fact/verification/revision/number")
                        .asInt())
                .isEqualTo(1);
        assertThat(trace.get("explanation").asString())
                .contains("You may say this because")
                .contains("Files of 50 GB sync.")
                .contains("Olivia Owner verified it");
    }

    @Test
    void aChangedAttributeMakesStaleWhatDependsOnIt() {
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        assertThatClaim(world.trace(world.sizes)).isUsable();
        assertThatClaim(world.trace(world.encryption))
                .is("STALE")
                .isUnusableBecause("FACT_SUSPECT encrypted", "FACT_SUSPECT encrypted");
        var reason = world.trace(world.encryption).at("/reasons/0");
        assertThat(reason.get("before").asString()).isEqualTo("true");
        assertThat(reason.get("after").asString()).isEqualTo("false");
        assertThat(reason.at("/by/name").asString()).isEqualTo("Olivia Owner");
        assertThat(reason.get("clearedBy").asString()).isEqualTo("VERIFY_FACT");
    }

    @Test
    void anUnrelatedChangeAnAddedNameAndANewFormFlagNothing() {
        world.set(world.share, "encrypted", Map.of("boolean", false));
        api.done("owner", world.revision(world.sync).with("name", "Sync 2").with("summary", "Better."));
        world.set(world.sync, "max-file-size", number(50_000, "MB"));
        assertThatClaim(world.trace(world.sizes)).isUsable();
        assertThatClaim(world.trace(world.encryption)).isUsable();
    }

    @Test
    void aLimitThatMovesAndStillSatisfiesTheCheckFlagsNothingOnIt() {
        world.set(world.sync, "max-file-size", number(100, "GB"));
        assertThatClaim(world.trace(world.sizes)).isUsable();
        assertThatClaim(world.trace(world.encryption)).isUnusableBecause("FACT_SUSPECT max-file-size");
    }

    @Test
    void aCheckThatFailsContradictsTheFact() {
        world.set(world.sync, "max-file-size", number(40, "GB"));
        assertThatClaim(world.trace(world.sizes)).is("BROKEN").isUnusableBecause("FACT_CONTRADICTED max-file-size");
        assertThat(api.refused("owner", world.verification(world.fiftyGigabytes)))
                .containsExactly("CHECK_FAILS decision");
    }

    @Test
    void aChangeThatIsRevertedLeavesNothingStale() {
        world.set(world.sync, "max-file-size", number(40, "GB"));
        world.set(world.sync, "max-file-size", number(50, "GB"));
        assertThatClaim(world.trace(world.sizes)).isUsable();
        assertThatClaim(world.trace(world.encryption)).isUsable();
    }

    @Test
    void anAttributeAddedLaterMovesTheFactsThatDependOnEverything() {
        world.set(world.sync, "offline", Map.of("boolean", true));
        assertThatClaim(world.trace(world.sizes)).isUsable();
        assertThatClaim(world.trace(world.encryption)).isUnusableBecause("FACT_SUSPECT offline");
    }

    @Test
    void aFactVerifiedAgainClearsItsClaimsByItself() {
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        world.verify(world.encrypted);
        world.verify(world.everything);
        assertThatClaim(world.trace(world.encryption)).isUsable();
    }

    @Test
    void aRewordedFactLeavesItsClaimsStaleUntilSomebodyReaffirmsThem() {
        api.done("owner", world.verification(world.encrypted).with("statement", "Files are encrypted with AES-256."));
        assertThatClaim(world.trace(world.encryption)).is("STALE").isUnusableBecause("FACT_REWORDED");
        api.done("approver", Input.to("ReaffirmClaim").with("claimId", world.encryption));
        assertThatClaim(world.trace(world.encryption)).isUsable();
    }

    @Test
    void aRetiredFeatureLeavesItsClaimsWithoutSupport() {
        api.done("owner", world.revision(world.sync).with("lifecycle", "RETIRED"));
        assertThatClaim(world.trace(world.sizes))
                .is("UNSUPPORTED")
                .isUnusableBecause("FACT_SUSPECT lifecycle", "KIND_DEMAND");
    }

    @Test
    void aRetractedFactBreaksItsClaims() {
        api.done(
                "owner", Input.to("RetractFact").with("factId", world.encrypted).with("reason", "It was not so."));
        assertThatClaim(world.trace(world.encryption)).is("BROKEN").isUnusableBecause("FACT_RETRACTED");
    }

    @Test
    void whatAFrontEndPrintsIsNeverStale() {
        var printed = api.send("viewer", "PublishableClaim", Map.of("id", world.encryption))
                .get("publishableClaim");
        assertThat(printed.get("text").asString()).isEqualTo("Your files are safe with us.");
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        var withheld = api.send("viewer", "PublishableClaim", Map.of("id", world.encryption))
                .get("publishableClaim");
        assertThat(withheld.get("text").isNull()).isTrue();
        assertThat(withheld.at("/withheld/0/code").asString()).isEqualTo("FACT_SUSPECT");
    }

    @Test
    void aPreviewSaysWhatARevisionWillSayAndWritesNothing() {
        api.done(
                "marketer",
                Input.to("RecordUsage").with("claimId", world.sizes).with("url", "https://example.com/" + world.name));
        var revision = world.revision(world.sync)
                .with("setAttributes", List.of(World.attribute("max-file-size", number(40, "GB"))));
        var preview = api.send("viewer", "PreviewFeatureRevision", Map.of("input", revision.fields()))
                .get("previewFeatureRevision");
        assertThatClaim(world.trace(world.sizes)).isUsable();
        var impact = api.done("owner", revision).get("impact");
        assertThat(preview.at("/suspectFacts/totalCount").asInt())
                .isEqualTo(impact.get("suspectFacts").asInt())
                .isEqualTo(2);
        assertThat(preview.at("/staleClaims/totalCount").asInt())
                .isEqualTo(impact.get("staleClaims").asInt())
                .isEqualTo(2);
        assertThat(preview.get("affectedUsages").asInt())
                .isEqualTo(impact.get("affectedUsages").asInt())
                .isEqualTo(1);
    }

    @Test
    void aRevisionThatChangesNothingIsNone() {
        var payload = world.set(world.sync, "max-file-size", number(50, "GB"));
        assertThat(payload.at("/feature/revision").asInt()).isEqualTo(1);
    }
}
