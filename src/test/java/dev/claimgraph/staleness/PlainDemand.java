package dev.claimgraph.staleness;

import static dev.claimgraph.catalog.Lifecycle.PLANNED;
import static dev.claimgraph.catalog.Lifecycle.RETIRED;
import static dev.claimgraph.claim.ClaimKind.COMPARATIVE;
import static dev.claimgraph.claim.ClaimKind.CUSTOMER;
import static dev.claimgraph.claim.ClaimKind.FACTUAL;
import static dev.claimgraph.claim.ClaimKind.ROADMAP;
import static dev.claimgraph.claim.ClaimKind.SUPERLATIVE;
import static dev.claimgraph.fact.FactKind.COMPETITIVE;
import static dev.claimgraph.fact.FactKind.MARKET;

import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.claim.ClaimKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a kind demands, sentence by sentence of the vocabulary. */
enum PlainDemand {
    ONE_FACT_AT_LEAST(Set.of(FACTUAL)) {
        @Override
        boolean isMet(PlainClaim.Content claim) {
            return !claim.facts().isEmpty();
        }
    },
    A_COMPETITOR_NAMED(Set.of(COMPARATIVE)) {
        @Override
        boolean isMet(PlainClaim.Content claim) {
            return !claim.rivals().isEmpty();
        }
    },
    A_FACT_ABOUT_A_FEATURE(Set.of(COMPARATIVE)) {
        @Override
        boolean isMet(PlainClaim.Content claim) {
            return any(claim, fact -> fact.subject.type == SubjectType.FEATURE);
        }
    },
    A_FACT_ABOUT_EACH_COMPETITOR_NAMED(Set.of(COMPARATIVE, SUPERLATIVE)) {
        @Override
        boolean isMet(PlainClaim.Content claim) {
            return claim.rivals().stream().allMatch(rival -> any(claim, fact -> fact.subject == rival));
        }
    },
    A_MARKET_OR_COMPETITIVE_FACT(Set.of(SUPERLATIVE)) {
        @Override
        boolean isMet(PlainClaim.Content claim) {
            return any(claim, fact -> fact.kind == MARKET || fact.kind == COMPETITIVE);
        }
    },
    A_QUOTE(Set.of(CUSTOMER)) {
        @Override
        boolean isMet(PlainClaim.Content claim) {
            return any(claim, fact -> fact.hasQuote);
        }
    },
    A_PLANNED_FEATURE(Set.of(ROADMAP)) {
        @Override
        boolean isMet(PlainClaim.Content claim) {
            return any(claim, fact -> fact.subject.lifecycle() == PLANNED);
        }
    },
    NOTHING_PLANNED_OR_RETIRED(Set.of(FACTUAL, COMPARATIVE, SUPERLATIVE, CUSTOMER)) {
        @Override
        boolean isMet(PlainClaim.Content claim) {
            return !any(claim, PlainDemand::isNotToBeHad);
        }

        @Override
        @Nullable
        Moment since(List<PlainFact> facts) {
            return facts.stream()
                    .filter(PlainDemand::isNotToBeHad)
                    .map(fact -> fact.subject.lifecycleSince())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    };

    private final Set<ClaimKind> kinds;

    PlainDemand(Set<ClaimKind> kinds) {
        this.kinds = kinds;
    }

    boolean isUnmet(PlainClaim.Content claim) {
        return kinds.contains(claim.kind()) && !isMet(claim);
    }

    abstract boolean isMet(PlainClaim.Content claim);

    /** When a lifecycle left it unmet; null where no one moment did. */
    @Nullable
    Moment since(List<PlainFact> facts) {
        return null;
    }

    private static boolean any(PlainClaim.Content claim, Predicate<PlainFact> wanted) {
        return claim.facts().stream().anyMatch(wanted);
    }

    private static boolean isNotToBeHad(PlainFact fact) {
        return fact.subject.lifecycle() == PLANNED || fact.subject.lifecycle() == RETIRED;
    }
}
