package dev.claimgraph.contribution;

import dev.claimgraph.catalog.CreateSubject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.contribution.ContributionInputs.AcceptContribution;
import dev.claimgraph.fact.Evidence.EvidenceInput;
import dev.claimgraph.fact.FactInputs.AddEvidence;
import dev.claimgraph.fact.FactInputs.RecordFact;
import dev.claimgraph.fact.FactKind;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a contribution what it offers, through the doors that everybody takes, in the name of who answers for it. */
@Component
class Acceptance {

    private static final Map<String, String> RENAMED =
            Map.of("summary", "text", "statement", "text", "kind", "factKind");
    private static final Set<String> FIELDS = Set.of("key", "name", "text", "factKind", "ownerId", "evidence");

    private final Subjects subjects;
    private final Facts facts;

    Acceptance(Subjects subjects, Facts facts) {
        this.subjects = subjects;
        this.facts = facts;
    }

    /**
     * Within the open transaction.
     *
     * @return the id of what it became; null where that is refused, which is noted with its place in this input
     */
    @Nullable
    String become(Actor actor, Contribution contribution, AcceptContribution input, Problems problems) {
        var content = contribution.content();
        return switch (contribution.kind()) {
            case MARKET_PROBLEM -> noting(problems, () -> marketProblem(actor, content, input));
            case EVIDENCE -> noting(problems, () -> evidence(actor, content, input));
            case PERSONA_INSIGHT, COMPETITOR_INSIGHT, OBJECTION, FACT -> {
                var kind = input.factKind() == null ? contribution.kind().factKind() : input.factKind();
                if (kind == null) {
                    problems.add(ProblemCode.REQUIRED, "factKind is required for a FACT.", "factKind");
                    yield null;
                }
                yield noting(problems, () -> fact(actor, content, kind, input));
            }
        };
    }

    private String marketProblem(Actor actor, ContributionContent content, AcceptContribution input) {
        var create = new CreateSubject(
                null,
                input.key() == null ? content.key() : input.key(),
                input.name() == null ? content.name() : input.name(),
                text(content, input),
                null,
                null,
                null,
                null,
                Objects.requireNonNullElse(input.ownerId(), actor.id()),
                null);
        return subjects.create(actor.onBehalfOf(actor.id()), SubjectType.MARKET_PROBLEM, create)
                .id();
    }

    private String fact(Actor actor, ContributionContent content, FactKind kind, AcceptContribution input) {
        var record = new RecordFact(
                input.key(), content.subjectId(), text(content, input), kind, null, null, null, null, null, null);
        return facts.record(inNameOfTheOwner(actor, content.subjectId()), record)
                .id();
    }

    private String evidence(Actor actor, ContributionContent content, AcceptContribution input) {
        var factId = Objects.requireNonNull(content.factId());
        var fact = Objects.requireNonNull(facts.byId(List.of(factId)).get(factId));
        var offered = Objects.requireNonNull(content.evidence()).input();
        var piece = input.evidence() == null ? offered : input.evidence();
        var excerpt = piece.excerpt() == null ? text(content, input) : piece.excerpt();
        var whole = new EvidenceInput(
                piece.kind(), piece.title(), piece.url(), piece.capturedAt(), excerpt, piece.sha256());
        return facts.addEvidence(inNameOfTheOwner(actor, fact.subjectId()), new AddEvidence(factId, whole))
                .id();
    }

    private static String text(ContributionContent content, AcceptContribution input) {
        return input.text() == null ? content.text() : input.text();
    }

    /** The subject is locked, so that its owner stays who it is. */
    private Actor inNameOfTheOwner(Actor actor, @Nullable String subjectId) {
        var owner = subjects.locked(subjectId, "subjectId").ownerId();
        return actor.onBehalfOf(Objects.requireNonNull(owner));
    }

    private static @Nullable String noting(Problems problems, Supplier<String> creation) {
        try {
            return creation.get();
        } catch (Refusal refusal) {
            refusal.problems().forEach(problem -> problems.add(problem.code(), problem.message(), place(problem)));
            return null;
        }
    }

    /** Where the caller can do something about it: what has no place in this input concerns the contribution. */
    private static Object[] place(Problem problem) {
        var path = problem.path().toArray();
        if (path.length > 0) {
            path[0] = RENAMED.getOrDefault(path[0], String.valueOf(path[0]));
        }
        return path.length > 0 && FIELDS.contains(path[0]) ? path : new Object[] {"contributionId"};
    }
}
