package dev.claimgraph.story;

import static dev.claimgraph.ClaimAssert.assertThatClaim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Contract;
import dev.claimgraph.Input;
import dev.claimgraph.TestClock;
import dev.claimgraph.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.neo4j.core.Neo4jClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Months later somebody asks why something was published, and gets the answer of that day. */
@ClaimgraphTest
class LookingBackStory {

    private final TestClock clock;
    private final Neo4jClient neo4j;
    private World world;
    private Api api;

    LookingBackStory(TestClock clock, Neo4jClient neo4j) {
        this.clock = clock;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void aClaimIsShownAsItStoodWithAllThatItStoodOn() {
        var published = moment();
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        api.done("owner", world.revision(world.sync).with("name", "Sync, renamed"));
        var stale = moment();
        world.verify(world.encrypted);
        world.verify(world.everything);
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.encryption).with("reason", "Enough."));

        assertThatClaim(traceAt(published)).isUsable();
        assertThat(traceAt(published).at("/substantiation/0/fact/subject/name").asString())
                .isEqualTo("CreateFeature");
        assertThat(traceAt(published)
                        .at("/substantiation/0/fact/subject/revision")
                        .asInt())
                .isEqualTo(1);
        assertThatClaim(traceAt(stale)).isUnusableBecause("FACT_SUSPECT encrypted", "FACT_SUSPECT encrypted");
        assertThat(traceAt(stale).at("/substantiation/0/fact/subject/name").asString())
                .isEqualTo("Sync, renamed");
        assertThat(traceAt(stale).at("/reasons/0/by/name").asString()).isEqualTo("Olivia Owner");
        assertThatClaim(world.trace(world.encryption)).isUnusableBecause("WITHDRAWN");
        assertThatClaim(traceAt(moment())).isUnusableBecause("WITHDRAWN");
    }

    @Test
    void momentsOfOneClaimStandBesideEachOther() {
        var before = moment();
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.sizes).with("reason", "Enough."));
        var document = """
            query ($id: ID!, $before: DateTime!, $after: DateTime!) {
              before: claim(id: $id, asOf: $before) { status usable usages(first: 5) { totalCount } supersededBy { id } }
              after: claim(id: $id, asOf: $after) { status usable usages(first: 5) { totalCount } supersededBy { id } }
            }
            """;
        var found = api.ask("viewer", document, Map.of("id", world.sizes, "before", before, "after", moment()));
        assertThat(found.at("/before/status").asString()).isEqualTo("APPROVED");
        assertThat(found.at("/after/status").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void itsUsagesAreThoseOfThen() {
        var nowhere = moment();
        var usage = published("/");
        var live = moment();
        api.done("marketer", Input.to("EndUsage").with("usageId", usage));
        assertThat(usagesAt(nowhere)).isEmpty();
        assertThat(usagesAt(live).at("/0/live").asBoolean()).isTrue();
        assertThat(usagesAt(moment()).at("/0/live").asBoolean()).isFalse();
    }

    /** It is first seen as its write begins, and logged as that ends. */
    @Test
    void aUsageThatWasBeingRecordedTakesNoPlaceOnAPage() {
        published("/1");
        var usage = published("/2");
        var between = moment();
        var late = published("/3");
        neo4j.query("MATCH (u:Usage {id: $id}) SET u.firstSeen = datetime($at)")
                .bindAll(Map.of("id", late, "at", between))
                .run();
        var document = """
            query ($id: ID!, $asOf: DateTime) {
              claim(id: $id, asOf: $asOf) { usages(last: 1) { nodes { id } totalCount pageInfo { hasPreviousPage } } }
            }
            """;
        var usages = api.ask("viewer", document, Map.of("id", world.sizes, "asOf", between))
                .at("/claim/usages");
        assertThat(usages.get("nodes").findValuesAsString("id")).containsExactly(usage);
        assertThat(usages.get("totalCount").asInt()).isEqualTo(2);
        assertThat(usages.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    }

    @Test
    void beforeItWasDraftedThereWasNoClaim() {
        var before = moment();
        var claim = world.drafted(world.claim("New.", world.fiftyGigabytes));
        var document = "query ($id: ID!, $asOf: DateTime) { claim(id: $id, asOf: $asOf) { text } }";
        assertThat(api.ask("viewer", document, Map.of("id", claim, "asOf", before))
                        .get("claim")
                        .isNull())
                .isTrue();
        assertThat(api.error(
                        "viewer",
                        document,
                        Map.of(
                                "id",
                                claim,
                                "asOf",
                                clock.instant().plus(Duration.ofDays(1)).toString())))
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void aMomentThatSomebodyLookedAtIsOver() {
        for (var round = 0; round < 20; round++) {
            var claim = world.drafted(world.claim("Round " + round, world.fiftyGigabytes));
            var asOf = moment();
            var first = at(claim, asOf);
            api.done("marketer", Input.to("SubmitClaim").with("claimId", claim));
            assertThat(at(claim, asOf)).isEqualTo(first);
        }
    }

    @Test
    void anEvidencePackIsTheSameWheneverItIsMadeAgain() throws NoSuchAlgorithmException {
        api.done(
                "owner",
                Input.to("AddEvidence")
                        .with("factId", world.encrypted)
                        .with("evidence", Map.of("kind", "TEST", "title", "Q3 \u001f/é", "sha256", "ab".repeat(32))));
        var pack = pack(world.encryption, Map.of());
        var asOf = pack.get("asOf").asString();
        var json = pack.get("json").asString();
        var digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        assertThat(pack.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(digest));

        world.set(world.sync, "encrypted", Map.of("boolean", false));
        world.verify(world.encrypted);
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.encryption).with("reason", "Enough."));
        assertThat(pack(world.encryption, Map.of()).get("json").asString())
                .as("a later pack has later decisions")
                .contains("\"subjectRevision\":2");
        assertThat(pack(world.encryption, Map.of("asOf", asOf))).isEqualTo(pack);

        var content = JsonMapper.shared().readTree(json);
        assertThat(content.at("/claim/text").asString()).isEqualTo("Your files are safe with us.");
        assertThat(content.at("/claim/usable").asBoolean()).isTrue();
        assertThat(content.at("/approvals/0/by").asString()).startsWith("person_");
        assertThat(content.at("/facts/0/standing").asString()).isEqualTo("VERIFIED");
        assertThat(content.at("/facts/0/verifications/0/subjectRevision").asInt())
                .isOne();
        assertThat(content.at("/facts/0/evidence/0/sha256").asString()).isEqualTo("ab".repeat(32));
        assertThat(content.at("/subjects/0/attributes/0/name").asString()).isEqualTo("encrypted");
        assertThat(json).as("by RFC 8785").contains("Q3 \\u001f/é").doesNotContain("Olivia", "null");
        assertThat(json.indexOf("\"approvals\"")).isLessThan(json.indexOf("\"asOf\""));
    }

    @Test
    void theFactsOfADraftAreThoseOfThen() {
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", world.sizes)
                        .with("expectedRevision", 1)
                        .with("text", "New words."));
        var before = moment();
        world.set(world.sync, "max-file-size", World.number(20, "GB"));
        var document =
                "query ($id: ID!, $asOf: DateTime) { claim(id: $id, asOf: $asOf) { draft { facts { standing } } } }";
        var then = api.ask("viewer", document, Map.of("id", world.sizes, "asOf", before));
        assertThat(then.at("/claim/draft/facts/0/standing").asString()).isEqualTo("VERIFIED");
        var now = api.ask("viewer", document, Map.of("id", world.sizes));
        assertThat(now.at("/claim/draft/facts/0/standing").asString()).isEqualTo("CONTRADICTED");
    }

    @Test
    void beforeItWasDraftedThereIsNoPack() {
        var before = moment();
        var claim = world.drafted(world.claim("New.", world.fiftyGigabytes));
        assertThat(pack(claim, Map.of("asOf", before)).isNull()).isTrue();
        assertThat(pack("claim_00000000000000000000000000", Map.of()).isNull()).isTrue();
    }

    private JsonNode pack(String claim, Map<String, ?> asOf) {
        var document =
                "query ($id: ID!, $asOf: DateTime) { evidencePack(claimId: $id, asOf: $asOf) { asOf json sha256 } }";
        var variables = new HashMap<String, Object>(asOf);
        variables.put("id", claim);
        return api.ask("viewer", document, variables).get("evidencePack");
    }

    private JsonNode at(String claim, String asOf) {
        var document = "query ($id: ID!, $asOf: DateTime) { claim(id: $id, asOf: $asOf) { status updatedAt } }";
        return api.ask("viewer", document, Map.of("id", claim, "asOf", asOf)).get("claim");
    }

    private String published(String path) {
        return api.done(
                        "marketer",
                        Input.to("RecordUsage")
                                .with("claimId", world.sizes)
                                .with("url", "https://example.com/" + world.name + path))
                .at("/usage/id")
                .asString();
    }

    private JsonNode usagesAt(String asOf) {
        var document =
                "query ($id: ID!, $asOf: DateTime) { claim(id: $id, asOf: $asOf) { usages { nodes { url live } } } }";
        return api.ask("viewer", document, Map.of("id", world.sizes, "asOf", asOf))
                .at("/claim/usages/nodes");
    }

    private JsonNode traceAt(String asOf) {
        var document = Contract.operations()
                .get("ClaimTrace")
                .replace("query ClaimTrace($id: ID!)", "query ClaimTrace($id: ID!, $asOf: DateTime)")
                .replace("claim(id: $id)", "claim(id: $id, asOf: $asOf)");
        return api.ask("viewer", document, Map.of("id", world.encryption, "asOf", asOf))
                .get("claim");
    }

    /** Now; what follows comes later. */
    private String moment() {
        Instant now = clock.instant();
        clock.advance(Duration.ofMillis(2));
        return now.toString();
    }
}
