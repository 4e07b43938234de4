package dev.claimgraph.fact;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.NodeSource;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The queries and mutations of questions, and their fields that lead to something else. */
@Controller
class QuestionController implements NodeSource {

    private final Questions questions;
    private final QuestionLists lists;
    private final Subjects subjects;
    private final Facts facts;
    private final People people;

    QuestionController(Questions questions, QuestionLists lists, Subjects subjects, Facts facts, People people) {
        this.questions = questions;
        this.lists = lists;
        this.subjects = subjects;
        this.facts = facts;
        this.people = people;
    }

    @QueryMapping
    @Nullable
    Question question(@Argument String id) {
        return questions.byId(List.of(id)).get(id);
    }

    @QueryMapping
    Connection<Question> questions(
            Actor actor, @Argument QuestionLists.@Nullable QuestionFilter filter, PageRequest page) {
        return lists.questions(actor, filter, page);
    }

    @MutationMapping
    QuestionPayload askQuestion(Actor actor, @Argument QuestionInputs.AskQuestion input) {
        return Refusal.catching(() -> questions.ask(actor, input), QuestionPayload::new);
    }

    @MutationMapping
    QuestionPayload answerQuestion(Actor actor, @Argument QuestionInputs.AnswerQuestion input) {
        return Refusal.catching(() -> questions.answer(actor, input), QuestionPayload::new);
    }

    @MutationMapping
    QuestionPayload withdrawQuestion(Actor actor, @Argument QuestionInputs.WithdrawQuestion input) {
        return Refusal.catching(() -> questions.withdraw(actor, input), QuestionPayload::new);
    }

    @SchemaMapping(typeName = "Subject", field = "questions")
    CompletableFuture<Connection<Question>> about(Subject subject, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, subject.id(), page, lists::about);
    }

    @SchemaMapping(typeName = "Question")
    CompletableFuture<@Nullable Subject> subject(Question question, DataFetchingEnvironment field) {
        return Batch.one(field, question.subjectId(), subjects::byId);
    }

    @SchemaMapping(typeName = "Question")
    CompletableFuture<@Nullable Person> askedBy(Question question, DataFetchingEnvironment field) {
        return Batch.one(field, question.askedById(), people::byId);
    }

    @SchemaMapping(typeName = "Answer")
    CompletableFuture<@Nullable Fact> fact(Question.Answer answer, DataFetchingEnvironment field) {
        return Batch.one(field, answer.factId(), facts::byId);
    }

    @SchemaMapping(typeName = "Answer", field = "by")
    CompletableFuture<@Nullable Person> answeredBy(Question.Answer answer, DataFetchingEnvironment field) {
        return Batch.one(field, answer.personId(), people::byId);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Questions.KIND);
    }

    @Override
    public Map<String, Question> byId(Collection<String> ids) {
        return questions.byId(ids);
    }

    record QuestionPayload(@Nullable Question question, List<Problem> problems) implements Payload {}
}
