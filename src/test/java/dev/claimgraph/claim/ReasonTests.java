package dev.claimgraph.claim;

import static dev.claimgraph.World.attribute;
import static dev.claimgraph.World.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Doors;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.neo4j.core.Neo4jClient;
import tools.jackson.databind.JsonNode;

/** Why a claim is not usable: since when, by whom and, in a word and in plain sentences, what clears it. */
@ClaimgraphTest
class ReasonTests {

    private static final String CLAIM = """
        query($id: ID!) {
          claim(id: $id) {
            usable staleSince explanation
            reasons { code message attribute before after at by { name } clearedBy }
          }
        }
        """;

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Doors doors;
    private final Neo4jClient neo4j;
    private World world;
    private Api api;
    private String claim;

    ReasonTests(Doors doors, Neo4jClient neo4j) {
        this.doors = doors;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void anApprovedClaim(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        claim = world.approved(world.claim("Nobody else reads your files.", world.encrypted));
    }

    @Test
    void aRewordingIsTheDeedOfWhoeverRewordedWhateverElseIsRevised() {
        reword();
        var reworded = seen(claim);
        api.done("admin", revisionOfFact(world.encrypted).with("reviewEvery", "P1Y"));
        assertThat(reworded.at("/reasons/0/code").asString()).isEqualTo("FACT_REWORDED");
        assertThat(reworded.at("/reasons/0/by/name").asString()).isEqualTo("Olivia Owner");
        assertThat(seen(claim)).isEqualTo(reworded);
    }

    @Test
    void aRevisedFactSaysSoBesideWhatMovedSince() {
        api.done("owner", revisionOfFact(world.encrypted).with("statement", "Files are encrypted, at rest."));
        var revised = seen(claim);
        setEncrypted("admin", false);
        var both = seen(claim);
        assertThat(both.get("reasons")).hasSize(2).contains(revised.at("/reasons/0"));
        assertThat(both.get("staleSince")).isEqualTo(revised.get("staleSince"));
        setEncrypted("admin", true);
        assertThat(seen(claim)).isEqualTo(revised);
        assertThat(revised.at("/reasons/0/attribute").isNull()).isTrue();
        assertThat(revised.at("/reasons/0/by/name").asString()).isEqualTo("Olivia Owner");
    }

    @Test
    void anAttributeThatMovedBeforeTheFactWasRevisedKeepsItsMoment() {
        setEncrypted("admin", false);
        var moved = seen(claim);
        api.done("owner", revisionOfFact(world.encrypted).with("statement", "Files are encrypted, at rest."));
        assertThat(seen(claim).get("reasons")).hasSize(2).contains(moved.at("/reasons/0"));
        assertThat(seen(claim).get("staleSince")).isEqualTo(moved.get("staleSince"));
    }

    @Test
    void aCheckPutOnAnotherAttributeFailsByWhoeverPutItThere() {
        api.done("admin", world.revision(world.sync).with("setAttributes", List.of(size(20))));
        var regions = Map.of("attribute", "regions", "operator", "CONTAINS", "value", Map.of("text", "asia"));
        api.done("owner", revisionOfFact(world.fiftyGigabytes).with("check", regions));
        var reason = seen(world.sizes).at("/reasons/0");
        assertThat(reason.get("code").asString()).isEqualTo("FACT_CONTRADICTED");
        assertThat(reason.get("attribute").asString()).isEqualTo("regions");
        assertThat(reason.get("before").isNull()).isTrue();
        assertThat(reason.at("/by/name").asString()).isEqualTo("Olivia Owner");
    }

    @Test
    void aRetiredFeatureIsTheDeedOfWhoeverRetiredItHoweverOftenItsFactsAreVerified() {
        api.done("admin", world.revision(world.sync).with("lifecycle", "RETIRED"));
        var retired = reason(world.sizes, "KIND_DEMAND");
        world.verify(world.fiftyGigabytes);
        assertThat(seen(world.sizes).get("reasons")).containsExactly(retired);
        assertThat(seen(world.sizes).get("staleSince")).isEqualTo(retired.get("at"));
        assertThat(retired.at("/by/name").asString()).isEqualTo("Ada Admin");
    }

    @Test
    void aFactReadInTheMidstOfAWriteStillHasItsReason() {
        api.done("owner", world.revision(world.sync).with("setAttributes", List.of(size(20))));
        setEncrypted("owner", false);
        neo4j.query("MATCH (f:Fact) WHERE f.id IN $ids REMOVE f.failing, f.left")
                .bind(List.of(world.fiftyGigabytes, world.encrypted))
                .to("ids")
                .run();
        assertThat(clearing(world.sizes)).containsExactly("FACT_CONTRADICTED by REVERT_SUBJECT");
        assertThat(clearing(claim)).containsExactly("FACT_SUSPECT by VERIFY_FACT");
    }

    @Test
    void approvalClearsWhatNobodyApproved() {
        var draft = world.drafted(world.claim("It is so.", world.encrypted));
        assertThat(clearing(draft)).containsExactly("NOT_APPROVED by APPROVE_CLAIM");
        assertThat(explanation(draft)).contains("somebody who did not write it has to approve it");
        approve(draft);
        assertThat(clearing(draft)).isEmpty();
    }

    @Test
    void revisionClearsARejection() {
        var rejected = world.drafted(world.claim("It is so.", world.encrypted));
        api.done("marketer", Input.to("SubmitClaim").with("claimId", rejected));
        api.done("approver", Input.to("RejectClaim").with("claimId", rejected).with("reason", "Say what."));
        assertThat(clearing(rejected)).containsExactly("NOT_APPROVED by REVISE_CLAIM");
        assertThat(explanation(rejected))
                .contains("The claim was rejected")
                .contains("Why: Say what.")
                .contains("A marketer clears it by revising the claim.");
        revise(rejected, "text", "Files are encrypted.");
        assertThat(clearing(rejected)).containsExactly("NOT_APPROVED by APPROVE_CLAIM");
        approve(rejected);
        assertThat(clearing(rejected)).isEmpty();
    }

    @Test
    void nothingClearsWhatWasWithdrawnOrSuperseded() {
        api.done("approver", Input.to("SupersedeClaim").with("claimId", claim).with("successorId", world.encryption));
        assertThat(clearing(claim)).containsExactly("SUPERSEDED by null");
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.encryption).with("reason", "Enough."));
        assertThat(clearing(world.encryption)).containsExactly("WITHDRAWN by null");
        assertThat(explanation(world.encryption)).contains("The claim was withdrawn. Why: Enough. (Anna Approver, ");
    }

    @Test
    void revisionClearsAnExpiry() {
        var expiring = world.claim("For now.", world.encrypted)
                .with("expiresAt", doors.clock().instant().plus(A_WHILE).toString());
        var id = world.approved(expiring);
        doors.clock().advance(A_WHILE);
        assertThat(clearing(id)).containsExactly("EXPIRED by REVISE_CLAIM");
        assertThat(explanation(id)).contains("The claim expired");
        revise(id, "expiresAt", null);
        approve(id);
        assertThat(clearing(id)).isEmpty();
    }

    @Test
    void revisionClearsAnUnmetDemand() {
        var draft =
                world.drafted(world.claim("Ours is better.", world.encrypted).with("kind", "COMPARATIVE"));
        assertThat(clearing(draft)).containsExactly("NOT_APPROVED by APPROVE_CLAIM", "KIND_DEMAND by REVISE_CLAIM");
        assertThat(explanation(draft)).contains("A comparative claim names at least one competitor.");
        revise(draft, "kind", "FACTUAL");
        assertThat(clearing(draft)).containsExactly("NOT_APPROVED by APPROVE_CLAIM");
    }

    @Test
    void verificationClearsAFactThatNobodyLookedAt() {
        var fact = api.done("owner", world.fact(world.sync, "Nobody looked at this."))
                .at("/fact/id")
                .asString();
        var draft = world.drafted(world.claim("It is so.", fact));
        assertThat(clearing(draft)).containsExactly("NOT_APPROVED by APPROVE_CLAIM", "FACT_UNVERIFIED by VERIFY_FACT");
        world.verify(fact);
        assertThat(clearing(draft)).containsExactly("NOT_APPROVED by APPROVE_CLAIM");
    }

    @Test
    void verificationClearsWhatMoved() {
        setEncrypted("owner", false);
        assertThat(clearing(claim)).containsExactly("FACT_SUSPECT by VERIFY_FACT");
        assertThat(explanation(claim))
                .startsWith("You may not say this now, because:")
                .contains("\"Files are encrypted at rest.\"")
                .contains("encrypted was true when the fact was verified, and is false. (Olivia Owner, ")
                .contains("The fact's owner clears it by verifying the fact as it now is.");
        world.verify(world.encrypted);
        assertThat(clearing(claim)).isEmpty();
        assertThat(explanation(claim)).startsWith("You may say this because:");
    }

    @Test
    void verificationClearsADispute() {
        api.done(
                "owner",
                world.verification(world.encrypted).with("decision", "DISPUTED").with("note", "Not the names."));
        assertThat(clearing(claim)).containsExactly("FACT_DISPUTED by VERIFY_FACT");
        assertThat(explanation(claim)).contains("The fact is disputed: Not the names. (Olivia Owner, ");
        world.verify(world.encrypted);
        assertThat(clearing(claim)).isEmpty();
    }

    @Test
    void verificationClearsALapse() {
        api.done(
                "owner",
                world.verification(world.encrypted)
                        .with(
                                "validUntil",
                                doors.clock().instant().plus(A_WHILE).toString()));
        doors.clock().advance(A_WHILE);
        assertThat(clearing(claim)).containsExactly("FACT_LAPSED by VERIFY_FACT");
        assertThat(explanation(claim)).contains("The fact's verification ran out");
        world.verify(world.encrypted);
        assertThat(clearing(claim)).isEmpty();
    }

    @Test
    void revertingTheSubjectClearsAContradiction() {
        world.set(world.sync, "max-file-size", number(20, "GB"));
        assertThat(clearing(world.sizes)).containsExactly("FACT_CONTRADICTED by REVERT_SUBJECT");
        assertThat(explanation(world.sizes))
                .contains("The check max-file-size AT_LEAST 50 GB fails: it is 20 GB. (Olivia Owner, ")
                .contains("The subject's owner clears it by reverting the change");
        world.set(world.sync, "max-file-size", number(50, "GB"));
        assertThat(clearing(world.sizes)).isEmpty();
    }

    @Test
    void revisionClearsARetraction() {
        api.done(
                "owner", Input.to("RetractFact").with("factId", world.encrypted).with("reason", "Not so."));
        assertThat(clearing(claim)).containsExactly("FACT_RETRACTED by REVISE_CLAIM");
        assertThat(explanation(claim)).contains("The fact was retracted: Not so. (Olivia Owner, ");
        revise(claim, "factIds", List.of(world.everything));
        approve(claim);
        assertThat(clearing(claim)).isEmpty();
    }

    @Test
    void reaffirmationClearsARewording() {
        reword();
        assertThat(clearing(claim)).containsExactly("FACT_REWORDED by REAFFIRM_CLAIM");
        assertThat(explanation(claim))
                .contains("The fact now reads: Files are encrypted with AES-256.")
                .contains("An approver clears it by reaffirming the claim, or a marketer by rewording it.");
        api.done("approver", Input.to("ReaffirmClaim").with("claimId", claim));
        assertThat(clearing(claim)).isEmpty();
    }

    private void reword() {
        api.done("owner", world.verification(world.encrypted).with("statement", "Files are encrypted with AES-256."));
    }

    private void setEncrypted(String account, boolean value) {
        var encrypted = attribute("encrypted", Map.of("boolean", value));
        api.done(account, world.revision(world.sync).with("setAttributes", List.of(encrypted)));
    }

    private static Map<String, Object> size(int gigabytes) {
        return attribute("max-file-size", number(gigabytes, "GB"));
    }

    private Input revisionOfFact(String fact) {
        var revision = api.ask("viewer", "query($id: ID!) { fact(id: $id) { revision } }", Map.of("id", fact));
        return Input.to("ReviseFact")
                .with("factId", fact)
                .with("expectedRevision", revision.at("/fact/revision").asInt());
    }

    private void revise(String id, String field, Object value) {
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", id)
                        .with("expectedRevision", 1)
                        .with(field, value));
    }

    private void approve(String id) {
        api.done("marketer", Input.to("SubmitClaim").with("claimId", id));
        api.done("approver", Input.to("ApproveClaim").with("claimId", id));
    }

    private JsonNode seen(String id) {
        return api.ask("viewer", CLAIM, Map.of("id", id)).get("claim");
    }

    private String explanation(String id) {
        return seen(id).get("explanation").asString();
    }

    private JsonNode reason(String id, String code) {
        return StreamSupport.stream(seen(id).get("reasons").spliterator(), false)
                .filter(reason -> reason.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Each reason's code and what clears it. */
    private List<String> clearing(String id) {
        return StreamSupport.stream(seen(id).get("reasons").spliterator(), false)
                .map(reason -> {
                    var clearedBy = reason.get("clearedBy");
                    return reason.get("code").asString() + " by " + (clearedBy.isNull() ? null : clearedBy.asString());
                })
                .toList();
    }
}
