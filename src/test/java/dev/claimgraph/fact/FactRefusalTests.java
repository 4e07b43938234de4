package dev.claimgraph.fact;

import static dev.claimgraph.World.atLeast;
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

/** What the fact module refuses, with the place of what is wrong, and nothing written. */
@ClaimgraphTest
class FactRefusalTests {

    private static final String SEEN = """
        query($id: ID!) {
          fact(id: $id) {
            statement standing basis revision dependsOn evidence { title } retraction { reason }
            verifications { totalCount } history { totalCount } subject { facts { totalCount } }
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
    void aStatementThatIsBlankOrTooLong() {
        assertThat(refused(fact().with("statement", " "))).containsExactly("REQUIRED statement");
        assertThat(refused(fact().with("statement", "x".repeat(2_001)))).containsExactly("TOO_LONG statement");
    }

    @Test
    void aSubjectThatIsNotThereOrNone() {
        assertThat(refused(fact().with("subjectId", "nobody"))).containsExactly("NOT_FOUND subjectId");
        assertThat(refused(fact().with("subjectId", world.product))).containsExactly("WRONG_TYPE subjectId");
    }

    @Test
    void attributesThatTheSubjectDoesNotHave() {
        assertThat(refused(fact().with("dependsOn", List.of("encrypted", "speed"))))
                .containsExactly("UNKNOWN_ATTRIBUTE dependsOn.1");
        assertThat(refused(fact().with("check", atLeast("speed", 1, "s"))))
                .containsExactly("UNKNOWN_ATTRIBUTE check.attribute");
    }

    @Test
    void checksThatDoNotFitTheAttribute() {
        assertThat(refused(fact().with("check", check("encrypted", "AT_LEAST", Map.of("boolean", true)))))
                .containsExactly("OPERATOR_MISMATCH check.operator");
        assertThat(refused(fact().with("check", check("encrypted", "EQUAL", Map.of("text", "yes")))))
                .containsExactly("INVALID check.value");
        assertThat(refused(fact().with("check", atLeast("max-file-size", 5, "seats"))))
                .containsExactly("UNIT_MISMATCH check.value");
        assertThat(refused(fact().with("check", check("max-file-size", "CONTAINS", Map.of("text", "5")))))
                .containsExactly("OPERATOR_MISMATCH check.operator");
    }

    @Test
    void evidenceWithoutATitleOrWithABrokenHash() {
        var evidence = List.of(Map.of("kind", "TEST", "title", " ", "sha256", "abc"));
        assertThat(refused(fact().with("evidence", evidence)))
                .containsExactlyInAnyOrder("REQUIRED evidence.0.title", "INVALID evidence.0.sha256");
    }

    @Test
    void aVerificationOfWhatTheVerifierWasNotShown() {
        var late = world.verification(world.encrypted);
        world.verify(world.encrypted);
        assertThat(refused(late)).containsExactly("CONFLICT basis");
    }

    @Test
    void aValidityThatHasPassed() {
        assertThat(refused(world.verification(world.encrypted).with("validUntil", "2020-01-01T00:00:00Z")))
                .containsExactly("INVALID validUntil");
    }

    @Test
    void anythingButReadingOfARetractedFact() {
        var retraction = Input.to("RetractFact").with("factId", world.encrypted).with("reason", "Not so.");
        api.done("owner", retraction);
        assertThat(refused(retraction)).containsExactly("WRONG_STATUS factId");
        assertThat(refused(world.verification(world.encrypted))).containsExactly("WRONG_STATUS factId");
        assertThat(refused(revision().with("statement", "It is so after all."))).containsExactly("WRONG_STATUS factId");
        assertThat(refused(evidence())).containsExactly("WRONG_STATUS factId");
    }

    @Test
    void aRevisionOfWhatHasMovedOn() {
        api.done("owner", revision().with("statement", "Files are encrypted."));
        assertThat(refused(revision().with("statement", "Late."))).containsExactly("CONFLICT expectedRevision");
    }

    @Test
    void whatIsRefusedLeavesNothingWritten() {
        var before = seen();
        assertThat(refused(fact().with("statement", " "))).isNotEmpty();
        assertThat(refused(revision().with("statement", "Good.").with("dependsOn", List.of("speed"))))
                .isNotEmpty();
        assertThat(refused(Input.to("AddEvidence")
                        .with("factId", world.encrypted)
                        .with("evidence", Map.of("kind", "TEST", "title", " "))))
                .isNotEmpty();
        assertThat(refused(world.verification(world.encrypted)
                        .with("statement", "Good.")
                        .with("validUntil", "2020-01-01T00:00:00Z")))
                .isNotEmpty();
        assertThat(refused(
                        Input.to("RetractFact").with("factId", world.encrypted).with("reason", " ")))
                .isNotEmpty();
        assertThat(seen()).isEqualTo(before);
    }

    @Test
    void recordingTwiceWithOneIdempotencyKeyRecordsOnce() {
        var input = fact().with("idempotencyKey", world.name);
        var first = api.done("owner", input).at("/fact/id").asString();
        assertThat(api.done("owner", input).at("/fact/id").asString()).isEqualTo(first);
        assertThat(refused(input.with("statement", "Another."))).containsExactly("IDEMPOTENCY_MISMATCH idempotencyKey");
        assertThat(seen().at("/fact/subject/facts/totalCount").asInt()).isEqualTo(4);
    }

    @Test
    void aRetractionWithoutAReason() {
        assertThat(refused(
                        Input.to("RetractFact").with("factId", world.encrypted).with("reason", "")))
                .containsExactly("REQUIRED reason");
    }

    private Input revision() {
        return Input.to("ReviseFact").with("factId", world.encrypted).with("expectedRevision", 1);
    }

    private Input evidence() {
        return Input.to("AddEvidence")
                .with("factId", world.encrypted)
                .with("evidence", Map.of("kind", "TEST", "title", "It ran."));
    }

    private JsonNode seen() {
        return api.ask("viewer", SEEN, Map.of("id", world.encrypted));
    }

    private Input fact() {
        return world.fact(world.sync, "Files of any kind sync.");
    }

    private static Map<String, Object> check(String attribute, String operator, Map<String, ?> value) {
        return Map.of("attribute", attribute, "operator", operator, "value", value);
    }

    private List<String> refused(Input input) {
        return api.refused("owner", input);
    }
}
