package dev.claimgraph.fact;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.fact.FactController.FactPayload;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Forbidden;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What waits for an owner's decision, and the decisions on many facts at once. */
@Controller
class VerificationController {

    private static final String FIELD = "verifications";
    private static final int MOST = 100;

    private final Facts facts;
    private final VerificationQueue queue;
    private final People people;

    VerificationController(Facts facts, VerificationQueue queue, People people) {
        this.facts = facts;
        this.queue = queue;
        this.people = people;
    }

    @QueryMapping
    Connection<QueuedFact> verificationQueue(Actor actor, PageRequest page) {
        return queue.of(actor, page);
    }

    /** Each in a transaction of its own. */
    @MutationMapping
    VerifyFactsPayload verifyFacts(Actor actor, @Argument VerifyFacts input) {
        var verifications = input.verifications();
        if (verifications.size() > MOST) {
            var message = "At most %d facts are verified at once; these are %d.".formatted(MOST, verifications.size());
            return new VerifyFactsPayload(List.of(), List.of(Problem.of(ProblemCode.TOO_LONG, message, FIELD)));
        }
        return VerifyFactsPayload.of(IntStream.range(0, verifications.size())
                .mapToObj(i -> verify(actor, verifications.get(i), i))
                .toList());
    }

    @SchemaMapping(typeName = "QueuedFact")
    List<QueuedFact.BasisChange> changes(QueuedFact queued) {
        return queued.changes();
    }

    @SchemaMapping(typeName = "BasisChange")
    CompletableFuture<@Nullable Person> by(QueuedFact.BasisChange change, DataFetchingEnvironment field) {
        return Batch.one(field, change.personId(), people::byId);
    }

    private FactPayload verify(Actor actor, VerifyFact verification, int place) {
        try {
            return Refusal.catching(
                    () -> facts.verify(actor, verification),
                    (fact, problems) -> new FactPayload(
                            fact,
                            problems.stream()
                                    .map(problem -> problem.under(FIELD, place))
                                    .toList()));
        } catch (Forbidden refused) {
            var message = "Another answers for the fact's subject.";
            return new FactPayload(null, List.of(Problem.of(ProblemCode.FORBIDDEN, message, FIELD, place, "factId")));
        }
    }

    /** Decisions on many facts. */
    record VerifyFacts(List<VerifyFact> verifications) {}

    /** @param problems those of all outcomes */
    record VerifyFactsPayload(List<FactPayload> outcomes, List<Problem> problems) implements Payload {

        static VerifyFactsPayload of(List<FactPayload> outcomes) {
            return new VerifyFactsPayload(
                    outcomes,
                    outcomes.stream()
                            .flatMap(outcome -> outcome.problems().stream())
                            .toList());
        }
    }
}
