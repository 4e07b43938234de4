package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.fact.Question.Status;
import dev.claimgraph.fact.QuestionInputs.AnswerQuestion;
import dev.claimgraph.fact.QuestionInputs.AskQuestion;
import dev.claimgraph.fact.QuestionInputs.WithdrawQuestion;
import dev.claimgraph.fact.QuestionRepository.Locked;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Forbidden;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to questions: anybody asks, the subject's owner answers with a fact, and whoever asked may take a question back. Whoever
 * writes a question holds its subject's lock.
 */
@Component
public class Questions {

    static final String KIND = "question";

    private final QuestionRepository questions;
    private final Facts facts;
    private final Subjects subjects;
    private final ChangeLog changes;
    private final Repeats repeats;
    private final Clock clock;

    Questions(
            QuestionRepository questions,
            Facts facts,
            Subjects subjects,
            ChangeLog changes,
            Repeats repeats,
            Clock clock) {
        this.questions = questions;
        this.facts = facts;
        this.subjects = subjects;
        this.changes = changes;
        this.repeats = repeats;
        this.clock = clock;
    }

    public Map<String, Question> byId(Collection<String> ids) {
        return questions.byId(ids);
    }

    /**
     * The question, which is the one that is there where somebody asked the same about the subject before. It waits again where the fact
     * that answered it was retracted.
     *
     * @throws Refusal for a blank or over-long text, or a subject that is not there
     */
    public Question ask(Actor actor, AskQuestion input) {
        return changes.write(() -> repeats.once(
                actor, "askQuestion", input.idempotencyKey(), input, () -> find(actor, input), this::present));
    }

    /**
     * Answers a question with a fact that is there, or with one that is recorded about its subject. What was answered is answered anew
     * only once its fact was retracted.
     *
     * @throws Refusal for anything wrong with the input, or with WRONG_STATUS for a question that does not wait, or a retracted fact
     */
    Question answer(Actor actor, AnswerQuestion input) {
        return changes.write(() -> {
            var locked = locked(input.questionId());
            var before = locked.question();
            actor.mustOwn(locked.subject().ownerId());
            var problems = new Problems();
            if (!waits(before)) {
                var message = "The question is %s; ask another one.".formatted(before.status());
                problems.add(ProblemCode.WRONG_STATUS, message, "questionId");
            }
            var note = problems.optionalText(input.note(), Problems.LONG_TEXT, "note");
            if ((input.factId() == null) == (input.fact() == null)) {
                var message = "Answer with factId or with fact, and with one of the two only.";
                problems.add(ProblemCode.REQUIRED, message, "factId");
            }
            problems.refuse();
            var fact = input.fact() == null ? standing(input.factId()) : recorded(actor, locked.subject(), input);
            var properties = new HashMap<String, Object>();
            properties.put("status", Status.ANSWERED.name());
            properties.put("factId", fact.id());
            properties.put("note", note);
            properties.put("answeredBy", actor.id());
            properties.put("answeredAt", FactRepository.time(clock.instant()));
            return save(actor, "answerQuestion", before, properties, fact.id());
        });
    }

    /** Takes a question back, for whoever asked it. @throws Refusal with WRONG_STATUS for one that is not OPEN */
    Question withdraw(Actor actor, WithdrawQuestion input) {
        return changes.write(() -> {
            var before = locked(input.questionId()).question();
            if (!before.askedById().equals(actor.id()) && !actor.is(Role.ADMIN)) {
                throw new Forbidden("only whoever asked it first may, or an ADMIN");
            }
            if (before.status() != Status.OPEN) {
                var message = "The question is %s; only an OPEN one is withdrawn.".formatted(before.status());
                throw Refusal.of(ProblemCode.WRONG_STATUS, message, "questionId");
            }
            var properties = new HashMap<String, Object>();
            properties.put("status", Status.WITHDRAWN.name());
            properties.put("print", null);
            return save(actor, "withdrawQuestion", before, properties);
        });
    }

    private Question find(Actor actor, AskQuestion input) {
        var subject = subjects.locked(input.subjectId(), "subjectId");
        var problems = new Problems();
        var text = problems.text(input.text(), Problems.TEXT, "text");
        problems.refuse();
        var print = Question.print(subject.id(), text);
        return questions
                .byPrint(print)
                .map(asked -> asked.status() == Status.OPEN || !waits(asked) ? asked : reopen(actor, asked))
                .orElseGet(() -> insert(actor, subject, text, print));
    }

    private Question reopen(Actor actor, Question before) {
        var properties = new HashMap<String, Object>();
        properties.put("status", Status.OPEN.name());
        properties.put("askedBy", actor.id());
        properties.put("askedAt", FactRepository.time(clock.instant()));
        properties.put("factId", null);
        properties.put("note", null);
        properties.put("answeredBy", null);
        properties.put("answeredAt", null);
        return save(actor, "askQuestion", before, properties);
    }

    private Question insert(Actor actor, Subject subject, String text, String print) {
        var id = Id.next(KIND);
        var asked = questions.save(
                id,
                subject.id(),
                Map.of(
                        "text", text,
                        "print", print,
                        "status", Status.OPEN.name(),
                        "subjectId", subject.id(),
                        "ownerId", Objects.requireNonNull(subject.ownerId()),
                        "askedBy", actor.id(),
                        "askedAt", Objects.requireNonNull(FactRepository.time(clock.instant()))));
        changes.record(actor, "askQuestion", id, null, asked.state(), List.of(subject.id()));
        return asked;
    }

    private boolean waits(Question question) {
        var answer = question.answer();
        return question.status() == Status.OPEN
                || answer != null && fact(answer.factId()).retraction() != null;
    }

    private Fact standing(@Nullable String factId) {
        var problems = new Problems();
        problems.id(factId, List.of("fact"), "factId");
        problems.refuse();
        var fact = facts.byId(List.of(String.valueOf(factId))).get(factId);
        if (fact == null) {
            throw Refusal.of(ProblemCode.NOT_FOUND, "There is no fact %s.".formatted(factId), "factId");
        }
        if (fact.retraction() != null) {
            throw Refusal.of(ProblemCode.WRONG_STATUS, "The fact is retracted; it answers nothing.", "factId");
        }
        return fact;
    }

    private Fact recorded(Actor actor, Subject subject, AnswerQuestion input) {
        try {
            return facts.record(actor, Objects.requireNonNull(input.fact()).about(subject.id()));
        } catch (Refusal refused) {
            throw new Refusal(refused.problems().stream()
                    .map(problem -> problem.under("fact"))
                    .toList());
        }
    }

    private Fact fact(String id) {
        return Objects.requireNonNull(facts.byId(List.of(id)).get(id));
    }

    private Locked locked(@Nullable String questionId) {
        var problems = new Problems();
        problems.id(questionId, List.of(KIND), "questionId");
        problems.refuse();
        return questions
                .locked(String.valueOf(questionId))
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.NOT_FOUND, "There is no question %s.".formatted(questionId), "questionId"));
    }

    private Question save(
            Actor actor, String action, Question before, Map<String, Object> properties, String... touched) {
        var after = questions.save(before.id(), before.subjectId(), properties);
        changes.record(actor, action, before.id(), before.state(), after.state(), List.of(touched));
        return after;
    }

    private Question present(String id) {
        return Objects.requireNonNull(questions.byId(List.of(id)).get(id));
    }
}
