package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.shared.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Of what no claim covers a question is made, to whoever answers for it; of anything else none is. */
@ClaimgraphTest
class AskAboutCopyTests {

    private final Api api;
    private final Desk desk;
    private final CheckRunRepository runs;
    private World world;

    AskAboutCopyTests(@LocalServerPort int port, CheckRunRepository runs) {
        this.api = new Api(port);
        this.desk = new Desk(api);
        this.runs = runs;
    }

    @BeforeEach
    void aLibrary() {
        world = new World(api);
    }

    @Test
    void aFindingThatIsNotThereIsRefused() {
        var run = run(CheckCode.UNSUBSTANTIATED, "It flies.");
        assertThat(refused("check_00000000000000000000000000", 0)).isEqualTo("NOT_FOUND checkRunId");
        assertThat(refused(world.sync, 0)).isEqualTo("WRONG_TYPE checkRunId");
        assertThat(refused(run, 1)).isEqualTo("INVALID finding");
        assertThat(refused(run, -1)).isEqualTo("INVALID finding");
    }

    @Test
    void aFindingThatLeavesNothingToAskIsRefused() {
        assertThat(refused(run(CheckCode.NOT_APPROVED, "It flies."), 0)).isEqualTo("WRONG_STATUS finding");
    }

    @Test
    void theSubjectIsThatOfTheNearestClaimThatIsStillUsable() {
        var other = world.verified(world.fact(world.share, "Shares are shared."));
        var claim = world.approved(world.claim("Sharing is " + world.name + ".", other));
        var run = run(CheckCode.UNSUBSTANTIATED, "It flies.", world.encryption, claim);
        assertThat(ask(run, "text", "Does it fly?").at("/question/subject/id").asString())
                .isEqualTo(world.sync);
        api.done(
                "approver",
                Input.to("WithdrawClaim").with("claimId", world.encryption).with("reason", "So."));
        assertThat(ask(run, "text", "Does it really fly?")
                        .at("/question/subject/id")
                        .asString())
                .isEqualTo(world.share);
    }

    @Test
    void whereNoClaimIsNearTheSubjectHasToBeSaid() {
        var problem = desk.ask(
                        "viewer", Map.of("checkRunId", run(CheckCode.UNSUBSTANTIATED, "It flies."), "finding", 0))
                .at("/problems/0");
        assertThat(problem.get("code").asString()).isEqualTo("REQUIRED");
        assertThat(problem.at("/path/0").asString()).isEqualTo("subjectId");
        assertThat(problem.get("message").asString()).contains("say which subject it is about");
    }

    @Test
    void whatQuestionsRefuseIsRefused() {
        var run = run(CheckCode.UNSUBSTANTIATED, "It flies.", world.sizes);
        assertThat(refused(ask(run, "text", " "))).isEqualTo("REQUIRED text");
        assertThat(refused(ask(run, "text", "w".repeat(2001)))).isEqualTo("TOO_LONG text");
        assertThat(refused(ask(run, "subjectId", "feature_00000000000000000000000000")))
                .isEqualTo("NOT_FOUND subjectId");
        assertThat(refused(ask(run, "subjectId", world.product))).isEqualTo("WRONG_TYPE subjectId");
    }

    @Test
    void aPassageTooLongForAQuestionIsCut() {
        var run = run(CheckCode.UNSUBSTANTIATED, "🚀".repeat(3000), world.sizes);
        var text = ask(run, "idempotencyKey", world.name).at("/question/text").asString();
        assertThat(text).startsWith("May we say this: \"🚀").endsWith("🚀…\"");
        assertThat(text.codePointCount(0, text.length())).isEqualTo(2000);
    }

    @Test
    void theSameKeyGivesTheSameQuestion() {
        var run = run(CheckCode.UNSUBSTANTIATED, "It flies.", world.sizes);
        var first = ask(run, "idempotencyKey", world.name).at("/question/id").asString();
        api.done("viewer", Input.to("WithdrawQuestion").with("questionId", first));
        var again = ask(run, "idempotencyKey", world.name).get("question");
        assertThat(again.get("id").asString()).isEqualTo(first);
        assertThat(again.get("status").asString()).isEqualTo("WITHDRAWN");
        var other = Map.of("checkRunId", run, "finding", 0, "text", "Does it fly?", "idempotencyKey", world.name);
        assertThat(refused(desk.ask("viewer", other))).isEqualTo("IDEMPOTENCY_MISMATCH idempotencyKey");
    }

    /** A run of one finding, whatever is in the library. */
    private String run(CheckCode code, String excerpt, String... nearest) {
        var finding =
                new CheckFinding(code, "So.", 0, excerpt.length(), excerpt, null, null, null, List.of(nearest), false);
        var run = new CheckRun(
                Id.next(CopyCheck.KIND),
                Verdict.NEEDS_REVISION,
                List.of(finding),
                world.name,
                0,
                1,
                null,
                null,
                CopyFormat.PLAIN,
                excerpt.length(),
                Instant.EPOCH,
                "person");
        return runs.keep(run).id();
    }

    private JsonNode ask(String run, String field, String value) {
        return desk.ask("viewer", Map.of("checkRunId", run, "finding", 0, field, value));
    }

    private String refused(String run, int finding) {
        return refused(desk.ask("viewer", Map.of("checkRunId", run, "finding", finding)));
    }

    private static String refused(JsonNode payload) {
        var problem = payload.at("/problems/0");
        return problem.get("code").asString() + " " + problem.at("/path/0").asString();
    }
}
