package dev.claimgraph.story;

import static dev.claimgraph.ClaimAssert.assertThatClaim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A marketer submits a claim, reviewers say what is wrong with it, and what is wrong is settled by facts. */
@ClaimgraphTest
class ReviewStory {

    private static final String REVIEW = """
        query ($id: ID!) { claim(id: $id) { status review {
          id status reviewer { name } approversNeeded
          unmet { code message }
          waiting { turn on { name } since age }
          findings { id number kind text excerpt fact { id } missingFact state blocks by { name } answers { text by { name } } }
        } reviews(first: 10) { totalCount } } }
        """;

    private World world;
    private Api api;
    private String claim;

    @BeforeEach
    void aClaimInReview(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        claim = world.drafted(world.claim("Sync 50 GB in a minute.", world.fiftyGigabytes));
        submit();
    }

    @Test
    void submittingOpensAReviewThatWaitsForAnApprover() {
        var review = review();
        assertThat(review.get("status").asString()).isEqualTo("WITH_REVIEWER");
        assertThat(review.at("/waiting/turn").asString()).isEqualTo("APPROVER");
        assertThat(review.at("/waiting/age").asString()).startsWith("PT");
        assertThat(codes(review.get("unmet"))).containsExactly("APPROVERS_MISSING");
        approve();
        assertThat(review().get("status").asString()).isEqualTo("APPROVED");
        assertThat(review().get("waiting").isNull()).isTrue();
        assertThat(review().get("unmet")).isEmpty();
    }

    @Test
    void aProductOwnerFindsAFactWrongAndTheClaimWaitsUntilItsOwnerAnswers() {
        api.done("owner", findings(Map.of("kind", "FACTUAL", "text", "It takes two.", "factId", world.fiftyGigabytes)));
        var review = review();
        assertThat(review.at("/waiting/turn").asString()).isEqualTo("FACT_OWNER");
        assertThat(review.at("/waiting/on/0/name").asString()).isEqualTo("Olivia Owner");
        assertThat(codes(review.get("unmet"))).containsExactly("OPEN_FINDING", "APPROVERS_MISSING");
        assertThat(api.refused("approver", approval())).containsExactly("OPEN_FINDING claimId");

        answer("marketer", "We measured one.");
        assertThat(finding().get("state").asString()).isEqualTo("OPEN");
        answer("owner", "With 5.1 it is one.");
        assertThat(finding().get("state").asString()).isEqualTo("SETTLED");
        assertThat(finding().get("answers"))
                .extracting(answer -> answer.get("text").asString())
                .containsExactly("We measured one.", "With 5.1 it is one.");
        approve();
    }

    @Test
    void styleIsAdviceAndNeverBlocks() {
        api.done("approver", findings(Map.of("kind", "STYLE", "text", "Shorter?", "excerpt", "in a minute")));
        assertThat(finding().get("blocks").asBoolean()).isFalse();
        assertThat(api.refused("approver", changes())).containsExactly("REQUIRED findings");
        assertThat(api.refused("approver", changes(Map.of("kind", "STYLE", "text", "Too long."))))
                .containsExactly("REQUIRED findings");
        approve();
    }

    @Test
    void aClaimThatLacksAFactComesBackAndGoesOnOnceItStandsOnIt() {
        api.done(
                "approver",
                changes(Map.of("kind", "FACTUAL", "text", "Who timed it?", "missingFact", "50 GB in 60 s.")));
        var review = review();
        assertThat(review.get("status").asString()).isEqualTo("WITH_AUTHOR");
        assertThat(review.at("/waiting/turn").asString()).isEqualTo("AUTHOR");
        assertThat(review.at("/waiting/on/0/name").asString()).isEqualTo("Max Marketer");
        assertThat(status()).isEqualTo("DRAFT");

        submit();
        assertThat(api.refused("approver", approval())).containsExactly("OPEN_FINDING claimId");
        var timed = world.verified(world.fact(world.sync, "50 GB sync in 60 s.").with("dependsOn", List.of()));
        api.done("marketer", answering("Now it is.").with("factId", timed));
        assertThat(finding().get("state").asString()).isEqualTo("OPEN");
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", claim)
                        .with("expectedRevision", 1)
                        .with("factIds", List.of(world.fiftyGigabytes, timed)));
        api.done("marketer", answering("And the claim stands on it.").with("factId", timed));
        assertThat(finding().get("state").asString()).isEqualTo("SETTLED");
        submit();
        approve();
        assertThat(api.ask("viewer", REVIEW, Map.of("id", claim))
                        .at("/claim/reviews/totalCount")
                        .asInt())
                .isOne();
    }

    @Test
    void theWriterCannotTalkAMissingFactAway() {
        api.done("approver", findings(Map.of("kind", "FACTUAL", "text", "Who timed it?", "missingFact", "In 60 s.")));
        api.done("marketer", answering("We have one.").with("factId", world.fiftyGigabytes));
        assertThat(finding().get("state").asString()).isEqualTo("OPEN");
        var timed = world.verified(world.fact(world.sync, "50 GB sync in 60 s.").with("dependsOn", List.of()));
        standOn(1, world.fiftyGigabytes, timed);
        api.done("marketer", answering("Here.").with("factId", timed));
        assertThat(finding().get("state").asString()).isEqualTo("SETTLED");
        standOn(2, world.fiftyGigabytes);
        submit();
        assertThat(finding().get("state").asString()).isEqualTo("OPEN");
        assertThat(api.refused("approver", approval())).containsExactly("OPEN_FINDING claimId");
    }

    @Test
    void anOwnerMayAgreeWithoutSettling() {
        api.done("approver", findings(Map.of("kind", "FACTUAL", "text", "Two.", "factId", world.fiftyGigabytes)));
        api.done("owner", answering("You are right.").with("settles", false));
        assertThat(finding().get("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void aFactThatTheClaimDoesNotStandOnWaitsForItsOwnerToo() {
        api.done("approver", findings(Map.of("kind", "FACTUAL", "text", "And this?", "factId", world.encrypted)));
        assertThat(review().at("/waiting/turn").asString()).isEqualTo("FACT_OWNER");
        assertThat(forMe("owner")).contains(claim);
        answer("owner", "It has nothing to do with it.");
        assertThat(forMe("owner")).doesNotContain(claim);
    }

    @Test
    void aStewardWhoMayNotApproveIsNotWaitedFor() {
        var steward = Input.to("AssignSteward").with("kind", "MESSAGING").with("stewardId", person("steward"));
        api.done("admin", steward);
        try {
            assertThat(review().at("/waiting/turn").asString()).isEqualTo("APPROVER");
            assertThat(review().at("/waiting/on")).isEmpty();
        } finally {
            api.done("admin", steward.without("stewardId"));
        }
    }

    @Test
    void whatNobodySettledIsLeftWhenTheReviewEnds() {
        api.done("approver", findings(Map.of("kind", "FACTUAL", "text", "Hm.", "missingFact", "Anything.")));
        api.done("approver", Input.to("WithdrawClaim").with("claimId", claim).with("reason", "No use."));
        assertThat(finding().get("state").asString()).isEqualTo("LEFT");
        assertThat(finding().get("blocks").asBoolean()).isFalse();
    }

    @Test
    void whoWroteTheDraftIsToldThatItCameBackAndNotToApproveIt() {
        api.done("admin", revising(world.sizes, 1).with("text", "New words."));
        api.done("admin", Input.to("SubmitClaim").with("claimId", world.sizes));
        assertThat(forMe("admin")).doesNotContain(world.sizes);
        api.done(
                "approver",
                Input.to("RequestChanges")
                        .with("claimId", world.sizes)
                        .with("findings", List.of(Map.of("kind", "FACTUAL", "text", "Hm.", "missingFact", "More."))));
        assertThat(forMe("admin")).contains(world.sizes);
    }

    @Test
    void whoMadeAFindingTakesItBackAndNobodyElse() {
        api.done("approver", findings(Map.of("kind", "FACTUAL", "text", "Hm.", "missingFact", "Anything.")));
        var withdrawal = Input.to("WithdrawFinding")
                .with("findingId", finding().get("id").asString());
        assertThat(api.forbidden("owner", withdrawal)).isEqualTo("only whoever made it may, or an ADMIN.");
        api.done("approver", withdrawal);
        assertThat(finding().get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(api.refused("approver", withdrawal)).containsExactly("WRONG_STATUS findingId");
        approve();
        assertThat(api.refused("approver", withdrawal)).containsExactly("WRONG_STATUS claimId");
    }

    @Test
    void aFindingSaysWhatItIsAbout() {
        var input = findings(
                Map.of("kind", "FACTUAL", "text", " "),
                Map.of("kind", "FACTUAL", "text", "Both.", "factId", world.fiftyGigabytes, "missingFact", "One."),
                Map.of("kind", "STYLE", "text", "A fact.", "factId", world.fiftyGigabytes),
                Map.of("kind", "STYLE", "text", "Elsewhere.", "excerpt", "not a word of it"),
                Map.of("kind", "FACTUAL", "text", "Unknown.", "factId", "fact_00000000000000000000000000"),
                Map.of("kind", "FACTUAL", "text", "A feature.", "factId", world.sync));
        assertThat(api.refused("approver", input))
                .containsExactlyInAnyOrder(
                        "REQUIRED findings.0.factId",
                        "REQUIRED findings.0.text",
                        "REQUIRED findings.1.factId",
                        "INVALID findings.2.kind",
                        "INVALID findings.3.excerpt",
                        "NOT_FOUND findings.4.factId",
                        "WRONG_TYPE findings.5.factId");
        assertThat(review().get("findings")).isEmpty();
    }

    @Test
    void nobodyReviewsWhatTheyWrote() {
        var own = api.done("admin", world.claim("Mine.", world.fiftyGigabytes))
                .at("/claim/id")
                .asString();
        api.done("admin", Input.to("SubmitClaim").with("claimId", own));
        assertThat(api.refused("admin", Input.to("ApproveClaim").with("claimId", own)))
                .containsExactly("SAME_PERSON claimId");
    }

    @Test
    void theReviewerWhoIsAskedIsTheOneWhoIsWaitedFor() {
        var approver = person("approver");
        var other = world.drafted(world.claim("Ask her.", world.fiftyGigabytes));
        assertThat(api.refused("marketer", asking(other, person("marketer"))))
                .containsExactly("SAME_PERSON reviewerId");
        assertThat(api.refused("marketer", asking(other, person("viewer")))).containsExactly("INVALID reviewerId");
        assertThat(api.refused("marketer", asking(other, "person_00000000000000000000000000")))
                .containsExactly("NOT_FOUND reviewerId");
        api.done("marketer", asking(other, approver));
        var review = api.ask("viewer", REVIEW, Map.of("id", other)).at("/claim/review");
        assertThat(review.at("/reviewer/name").asString()).isEqualTo("Anna Approver");
        assertThat(review.at("/waiting/on/0/name").asString()).isEqualTo("Anna Approver");
    }

    @Test
    void everybodySeesWhatWaitsForThem() {
        assertThat(forMe("approver")).contains(claim);
        assertThat(forMe("marketer")).doesNotContain(claim);
        api.done("approver", changes(Map.of("kind", "FACTUAL", "text", "Hm.", "missingFact", "Anything.")));
        assertThat(forMe("approver")).doesNotContain(claim);
        assertThat(forMe("marketer")).contains(claim);
        api.done("approver", Input.to("WithdrawClaim").with("claimId", claim).with("reason", "No use."));
        assertThat(forMe("marketer")).doesNotContain(claim);
        assertThat(review().get("status").asString()).isEqualTo("CLOSED");
    }

    @Test
    void aRejectionEndsTheReviewAndTheNextSubmissionOpensAnother() {
        api.done("approver", Input.to("RejectClaim").with("claimId", claim).with("reason", "We do not say this."));
        assertThat(review().get("status").asString()).isEqualTo("REJECTED");
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", claim)
                        .with("expectedRevision", 1)
                        .with("text", "Sync 50 GB."));
        submit();
        assertThat(review().get("status").asString()).isEqualTo("WITH_REVIEWER");
        assertThat(api.ask("viewer", REVIEW, Map.of("id", claim))
                        .at("/claim/reviews/totalCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aFindingThatCrossesAnApprovalIsEitherSeenOrTooLate() {
        for (var round = 0; round < 5; round++) {
            claim = world.drafted(world.claim("Round " + round, world.fiftyGigabytes));
            submit();
            var finding = findings(Map.of("kind", "FACTUAL", "text", "Wait.", "missingFact", "More."));
            var answers = AtOnce.all(List.<Supplier<List<String>>>of(
                    () -> api.refused("approver", approval()), () -> api.refused("owner", finding)));
            assertThat(answers)
                    .as("one of the two came first")
                    .filteredOn(List::isEmpty)
                    .hasSize(1);
            assertThatClaim(world.trace(claim)).is("CURRENT");
        }
    }

    private JsonNode review() {
        return api.ask("viewer", REVIEW, Map.of("id", claim)).at("/claim/review");
    }

    private JsonNode finding() {
        return review().at("/findings/0");
    }

    private String status() {
        return api.ask("viewer", REVIEW, Map.of("id", claim))
                .at("/claim/status")
                .asString();
    }

    private List<String> forMe(String account) {
        var ids = new ArrayList<String>();
        api.ask(account, "{ reviews(filter: {forMe: true}, last: 100) { nodes { claim { id } } } }", Map.of())
                .at("/reviews/nodes")
                .forEach(node -> ids.add(node.at("/claim/id").asString()));
        return ids;
    }

    private void submit() {
        api.done("marketer", Input.to("SubmitClaim").with("claimId", claim));
    }

    private void approve() {
        api.done("approver", approval());
        assertThatClaim(world.trace(claim)).isUsable();
    }

    private Input approval() {
        return Input.to("ApproveClaim").with("claimId", claim);
    }

    @SafeVarargs
    private Input findings(Map<String, ?>... findings) {
        return Input.to("AddFindings").with("claimId", claim).with("findings", List.of(findings));
    }

    @SafeVarargs
    private Input changes(Map<String, ?>... findings) {
        return Input.to("RequestChanges").with("claimId", claim).with("findings", List.of(findings));
    }

    private Input answering(String text) {
        return Input.to("AnswerFinding")
                .with("findingId", finding().get("id").asString())
                .with("text", text);
    }

    private void answer(String account, String text) {
        api.done(account, answering(text));
    }

    private static Input asking(String claim, String reviewer) {
        return Input.to("SubmitClaim").with("claimId", claim).with("reviewerId", reviewer);
    }

    private String person(String account) {
        return api.ask(account, "{ me { id } }", Map.of()).at("/me/id").asString();
    }

    private void standOn(int revision, String... facts) {
        api.done("marketer", revising(claim, revision).with("factIds", List.of(facts)));
    }

    private static Input revising(String claim, int revision) {
        return Input.to("ReviseClaim").with("claimId", claim).with("expectedRevision", revision);
    }

    private static List<String> codes(JsonNode problems) {
        var codes = new ArrayList<String>();
        problems.forEach(problem -> codes.add(problem.get("code").asString()));
        return codes;
    }
}
