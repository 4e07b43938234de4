package dev.claimgraph.contribution;

import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.fact.FactKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody offers, and so what it becomes: a market problem, a fact about a subject, or evidence for a fact. */
enum ContributionKind {
    MARKET_PROBLEM(null),
    PERSONA_INSIGHT(FactKind.CUSTOMER, SubjectType.PERSONA),
    COMPETITOR_INSIGHT(FactKind.COMPETITIVE, SubjectType.COMPETITOR),
    OBJECTION(FactKind.MARKET, SubjectType.values()),
    FACT(null, SubjectType.values()),
    EVIDENCE(null);

    private final @Nullable FactKind factKind;
    private final List<String> subjectKinds;

    ContributionKind(@Nullable FactKind factKind, SubjectType... subjects) {
        this.factKind = factKind;
        this.subjectKinds = Arrays.stream(subjects).map(SubjectType::kind).toList();
    }

    /** The kind of fact that it becomes where its steward names none; null where the steward has to, or it becomes none. */
    @Nullable
    FactKind factKind() {
        return factKind;
    }

    boolean becomesFact() {
        return !subjectKinds.isEmpty();
    }

    /** The kinds of id that its subject may have. */
    List<String> subjectKinds() {
        return subjectKinds;
    }
}
