package dev.claimgraph.review;

import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an approval has to meet; each says what is not met, as problems. */
enum ApprovalRule {
    /** Nobody approves what they wrote, and nobody twice. */
    SEPARATION_OF_DUTIES(
            signOff -> {
                var actor = signOff.actor();
                if (actor == null) {
                    return Stream.empty();
                }
                if (signOff.writers().contains(actor.id())) {
                    return Stream.of("You wrote this; another person has to approve it.");
                }
                return signOff.given().stream()
                                .anyMatch(approval -> approval.personId().equals(actor.id()))
                        ? Stream.of("You approved this already; another person has to as well.")
                        : Stream.empty();
            },
            ProblemCode.SAME_PERSON),

    EVERY_FACT_VERIFIED(
            signOff -> signOff.facts().stream()
                    .filter(fact -> fact.standing() != FactStanding.VERIFIED)
                    .map(fact -> "The fact \"%s\" is %s; it has to be VERIFIED."
                            .formatted(fact.statement(), fact.standing())),
            ProblemCode.NOT_VERIFIED),

    KIND_DEMANDS(signOff -> signOff.unmetDemands().stream(), ProblemCode.KIND_DEMAND),

    NO_OPEN_FACTUAL_FINDING(
            signOff -> signOff.blocking().stream()
                    .map(finding -> "Finding %d has to be settled or withdrawn: %s"
                            .formatted(finding.number(), finding.text())),
            ProblemCode.OPEN_FINDING),

    ENOUGH_APPROVERS(
            signOff -> signOff.given().size() >= signOff.needed()
                    ? Stream.empty()
                    : Stream.of("%d of %d people have approved it."
                            .formatted(signOff.given().size(), signOff.needed())),
            ProblemCode.APPROVERS_MISSING);

    private final Function<SignOff, Stream<String>> sentences;
    private final ProblemCode code;

    ApprovalRule(Function<SignOff, Stream<String>> sentences, ProblemCode code) {
        this.sentences = sentences;
        this.code = code;
    }

    Stream<Problem> unmet(SignOff signOff) {
        return sentences.apply(signOff).map(sentence -> Problem.of(code, sentence, "claimId"));
    }
}
