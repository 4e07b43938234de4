package dev.claimgraph.copycheck;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.fact.Question;
import dev.claimgraph.fact.QuestionInputs.AskQuestion;
import dev.claimgraph.fact.Questions;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door from copy that nothing covers to whoever knows: anybody makes a question of such a finding. */
@Component
class CopyQuestions {

    private static final String MAY_WE = "May we say this: \"%s\"";

    private final CopyCheck copyCheck;
    private final Claims claims;
    private final Questions questions;
    private final ChangeLog changes;
    private final Repeats repeats;

    CopyQuestions(CopyCheck copyCheck, Claims claims, Questions questions, ChangeLog changes, Repeats repeats) {
        this.copyCheck = copyCheck;
        this.claims = claims;
        this.questions = questions;
        this.changes = changes;
        this.repeats = repeats;
    }

    /**
     * The question, which is the one that is there where somebody asked the same about the subject before.
     *
     * @throws Refusal for a run or a finding that is not there, with WRONG_STATUS for a finding that is not UNSUBSTANTIATED, with
     *     REQUIRED where no subject is given and none is near, and for all that asking a question is refused for
     */
    Question ask(Actor actor, AskAboutCopy input) {
        return changes.write(() -> repeats.once(
                actor, "askAboutCopy", input.idempotencyKey(), input, () -> asked(actor, input), this::present));
    }

    private Question asked(Actor actor, AskAboutCopy input) {
        var finding = finding(input);
        var subjectId = input.subjectId() == null ? nearestSubject(finding) : input.subjectId();
        var text = input.text() == null ? mayWeSay(finding.excerpt()) : input.text();
        return questions.ask(actor, new AskQuestion(subjectId, text, null));
    }

    private CheckFinding finding(AskAboutCopy input) {
        var problems = new Problems();
        problems.id(input.checkRunId(), List.of(CopyCheck.KIND), "checkRunId");
        problems.refuse();
        var runId = String.valueOf(input.checkRunId());
        var run = copyCheck.byId(List.of(runId)).get(runId);
        if (run == null) {
            throw Refusal.of(ProblemCode.NOT_FOUND, "There is no check run %s.".formatted(runId), "checkRunId");
        }
        var count = run.findings().size();
        if (input.finding() < 0 || input.finding() >= count) {
            var message = "The run has %d findings; the first one is 0.".formatted(count);
            throw Refusal.of(ProblemCode.INVALID, message, "finding");
        }
        var finding = run.findings().get(input.finding());
        if (finding.code() != CheckCode.UNSUBSTANTIATED) {
            var message = "The finding is %s; only about an UNSUBSTANTIATED one there is something to ask."
                    .formatted(finding.code());
            throw Refusal.of(ProblemCode.WRONG_STATUS, message, "finding");
        }
        return finding;
    }

    /** What the nearest claim that is still usable is about. */
    private String nearestSubject(CheckFinding finding) {
        var near = claims.byId(finding.nearestIds());
        return finding.nearestIds().stream()
                .map(near::get)
                .filter(Objects::nonNull)
                .filter(Claim::usable)
                .flatMap(claim -> claim.facts().stream())
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.REQUIRED,
                        "No usable claim comes near this passage, so say which subject it is about.",
                        "subjectId"))
                .subjectId();
    }

    /** Cut to what a question may be long. */
    private static String mayWeSay(String excerpt) {
        var room = Problems.TEXT - MAY_WE.formatted("").length();
        var whole = excerpt.codePointCount(0, excerpt.length()) <= room;
        return MAY_WE.formatted(whole ? excerpt : excerpt.substring(0, excerpt.offsetByCodePoints(0, room - 1)) + "…");
    }

    private Question present(String id) {
        return Objects.requireNonNull(questions.byId(List.of(id)).get(id));
    }

    /**
     * A finding to ask about.
     *
     * @param finding its place among the run's findings, from 0
     * @param subjectId null for what the nearest usable claim is about
     * @param text null for whether the passage may be said
     */
    record AskAboutCopy(
            @Nullable String checkRunId,
            int finding,
            @Nullable String subjectId,
            @Nullable String text,
            @Nullable String idempotencyKey) {}
}
