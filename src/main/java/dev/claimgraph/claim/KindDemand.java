package dev.claimgraph.claim;

import static dev.claimgraph.catalog.Lifecycle.PLANNED;
import static dev.claimgraph.catalog.Lifecycle.RETIRED;
import static dev.claimgraph.claim.ClaimKind.COMPARATIVE;
import static dev.claimgraph.claim.ClaimKind.CUSTOMER;
import static dev.claimgraph.claim.ClaimKind.FACTUAL;
import static dev.claimgraph.claim.ClaimKind.PUFFERY;
import static dev.claimgraph.claim.ClaimKind.ROADMAP;
import static dev.claimgraph.claim.ClaimKind.SUPERLATIVE;

import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.fact.Evidence.EvidenceKind;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What a kind of claim demands of its facts, beside every one of them being verified. */
enum KindDemand {
    FACT("A factual claim stands on at least one fact.", EnumSet.of(FACTUAL), (facts, competitors) -> !facts.isEmpty()),
    COMPETITOR(
            "A comparative claim names at least one competitor.",
            EnumSet.of(COMPARATIVE),
            (facts, competitors) -> !competitors.isEmpty()),
    OWN_FEATURE(
            "A comparative claim stands on a fact about a feature.",
            EnumSet.of(COMPARATIVE),
            any(fact -> fact.isAbout(SubjectType.FEATURE))),
    EACH_COMPETITOR(
            "The claim stands on a fact about each competitor that it names.",
            EnumSet.of(COMPARATIVE, SUPERLATIVE),
            (facts, competitors) -> facts.stream().map(Fact::subjectId).toList().containsAll(competitors)),
    MARKET(
            "A superlative claim stands on a MARKET or COMPETITIVE fact.",
            EnumSet.of(SUPERLATIVE),
            any(fact -> fact.kind() == FactKind.MARKET || fact.kind() == FactKind.COMPETITIVE)),
    QUOTE(
            "A customer claim stands on a fact with a customer's quote as evidence.",
            EnumSet.of(CUSTOMER),
            any(fact -> fact.hasEvidence(EvidenceKind.CUSTOMER_QUOTE))),
    PLAN(
            "A roadmap claim stands on a fact about a feature that is PLANNED.",
            EnumSet.of(ROADMAP),
            any(fact -> fact.lifecycle() == PLANNED)),
    TO_BE_HAD(
            "A claim that is neither roadmap nor puffery stands on no fact about a feature that is PLANNED or RETIRED.",
            EnumSet.complementOf(EnumSet.of(ROADMAP, PUFFERY)),
            (facts, competitors) -> facts.stream().noneMatch(KindDemand::isNotToBeHad));

    private final String sentence;
    private final Set<ClaimKind> kinds;
    private final BiPredicate<List<Fact>, List<String>> met;

    KindDemand(String sentence, Set<ClaimKind> kinds, BiPredicate<List<Fact>, List<String>> met) {
        this.sentence = sentence;
        this.kinds = kinds;
        this.met = met;
    }

    static List<KindDemand> unmet(ClaimKind kind, List<Fact> facts, List<String> competitorIds) {
        return Arrays.stream(values())
                .filter(demand -> demand.kinds.contains(kind))
                .filter(demand -> !demand.met.test(facts, competitorIds))
                .toList();
    }

    String sentence() {
        return sentence;
    }

    static boolean isNotToBeHad(Fact fact) {
        return fact.lifecycle() == PLANNED || fact.lifecycle() == RETIRED;
    }

    private static BiPredicate<List<Fact>, List<String>> any(Predicate<Fact> wanted) {
        return (facts, competitors) -> facts.stream().anyMatch(wanted);
    }
}
