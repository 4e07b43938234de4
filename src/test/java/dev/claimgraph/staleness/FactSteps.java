package dev.claimgraph.staleness;

import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.Evidence.EvidenceInput;
import dev.claimgraph.fact.Evidence.EvidenceKind;
import dev.claimgraph.fact.FactCheck.FactCheckInput;
import dev.claimgraph.fact.FactInputs.AddEvidence;
import dev.claimgraph.fact.FactInputs.RetractFact;
import dev.claimgraph.fact.FactInputs.ReviseFact;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.staleness.PlainFact.Content;
import dev.claimgraph.staleness.PlainWorld.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import org.threeten.extra.PeriodDuration;

/** What happens to facts. */
final class FactSteps {

    private FactSteps() {}

    /**
     * @param validFor null for no end
     * @param statement null for no rewording
     * @param back how many looks ago the verifier looked; 0 where they look now
     */
    record Verify(
            String who,
            int fact,
            Decision decision,
            @Nullable Duration validFor,
            @Nullable String statement,
            int back) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var fact = PlainWorld.pick(world.facts, this.fact);
            var now = world.now();
            var until = validFor == null ? null : now.plus(validFor);
            var shown = back == 0 ? look(world, fact) : world.shownBefore(fact.id, back - 1);
            var input = new VerifyFact(fact.id, shown.token(), decision, null, until, statement);
            return new Turn<>(() -> world.doors.facts().verify(world.actor(who), input), verified -> {
                if (!shown.what().equals(fact.shown())) {
                    return List.of(ProblemCode.CONFLICT);
                }
                var problems = problems(fact, until, now);
                if (problems.isEmpty()) {
                    fact.write(fact.content.saying(statement), world.moment(who));
                    fact.decide(decision, validUntil(fact, until, now), world.moment(who));
                }
                return problems;
            });
        }

        private List<ProblemCode> problems(PlainFact fact, @Nullable Instant until, Instant now) {
            var problems = new ArrayList<ProblemCode>();
            if (fact.retracted != null) {
                problems.add(ProblemCode.WRONG_STATUS);
            }
            if (until != null && !until.isAfter(now)) {
                problems.add(ProblemCode.INVALID);
            }
            if (statement != null && decision == Decision.DISPUTED) {
                problems.add(ProblemCode.INVALID);
            }
            if (decision == Decision.VERIFIED && !fact.holds()) {
                problems.add(ProblemCode.CHECK_FAILS);
            }
            return problems;
        }

        private @Nullable Instant validUntil(PlainFact fact, @Nullable Instant until, Instant now) {
            var review = fact.content.reviewEvery() == null ? null : now.plus(fact.content.reviewEvery());
            if (decision == Decision.DISPUTED || review == null) {
                return decision == Decision.DISPUTED ? null : until;
            }
            return until == null || review.isBefore(until) ? review : until;
        }

        private static Shown look(PlainWorld world, PlainFact fact) {
            var found = world.doors.facts().byId(List.of(fact.id)).get(fact.id);
            return world.show(fact.id, fact.shown(), found.basis());
        }
    }

    /** What is null is left out. @param late whether somebody else was first */
    record Revise(
            String who,
            int fact,
            @Nullable String statement,
            @Nullable To<List<String>> dependsOn,
            @Nullable To<PlainCheck> check,
            boolean late)
            implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var fact = PlainWorld.pick(world.facts, this.fact);
            var input = new ReviseFact(
                    fact.id,
                    fact.revision - (late ? 1 : 0),
                    statement,
                    dependsOn == null ? ArgumentValue.omitted() : ArgumentValue.ofNullable(dependsOn.value()),
                    check == null ? ArgumentValue.omitted() : ArgumentValue.ofNullable(checkInput(check.value())),
                    ArgumentValue.omitted());
            return new Turn<>(() -> world.doors.facts().revise(world.actor(who), input), revised -> {
                var problems = late ? List.of(ProblemCode.CONFLICT) : problems(fact);
                if (problems.isEmpty()) {
                    fact.write(next(fact.content), world.moment(who));
                }
                return problems;
            });
        }

        private List<ProblemCode> problems(PlainFact fact) {
            var problems = new ArrayList<ProblemCode>();
            var values = fact.subject.values();
            if (fact.retracted != null) {
                problems.add(ProblemCode.WRONG_STATUS);
            }
            if (check != null && check.value() != null && check.value().misfit(values) != null) {
                problems.add(check.value().misfit(values));
            }
            if (dependsOn != null && dependsOn.value() != null) {
                dependsOn.value().stream()
                        .filter(name -> !values.containsKey(name))
                        .forEach(name -> problems.add(ProblemCode.UNKNOWN_ATTRIBUTE));
            }
            return problems;
        }

        private Content next(Content before) {
            var checked = check == null ? before.check() : check.value();
            if (dependsOn == null) {
                return new Content(
                        before.saying(statement).statement(),
                        before.all(),
                        before.names(),
                        checked,
                        before.reviewEvery());
            }
            var names = dependsOn.value();
            return new Content(
                    before.saying(statement).statement(),
                    names == null && checked == null,
                    new TreeSet<>(names == null ? List.of() : names),
                    checked,
                    before.reviewEvery());
        }
    }

    /** Backs a fact. */
    record Back(String who, int fact, EvidenceKind kind) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var fact = PlainWorld.pick(world.facts, this.fact);
            var evidence = new EvidenceInput(kind, "What they said", null, null, null, null);
            return new Turn<>(
                    () -> world.doors.facts().addEvidence(world.actor(who), new AddEvidence(fact.id, evidence)),
                    backed -> {
                        if (fact.retracted != null) {
                            return List.of(ProblemCode.WRONG_STATUS);
                        }
                        fact.hasQuote |= kind == EvidenceKind.CUSTOMER_QUOTE;
                        return List.of();
                    });
        }
    }

    /** Takes a fact back. */
    record Retract(String who, int fact) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var fact = PlainWorld.pick(world.facts, this.fact);
            var input = new RetractFact(fact.id, "It was never so.");
            return new Turn<>(() -> world.doors.facts().retract(world.actor(who), input), retracted -> {
                if (fact.retracted != null) {
                    return List.of(ProblemCode.WRONG_STATUS);
                }
                fact.retracted = world.moment(who);
                return List.of();
            });
        }
    }

    static @Nullable FactCheckInput checkInput(@Nullable PlainCheck check) {
        return check == null
                ? null
                : new FactCheckInput(
                        check.attribute(), check.operator(), check.value().input());
    }

    static @Nullable PeriodDuration review(@Nullable Duration every) {
        return every == null ? null : PeriodDuration.of(every);
    }
}
