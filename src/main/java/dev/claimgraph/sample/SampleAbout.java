package dev.claimgraph.sample;

import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names one subject by its type and key. */
record SampleAbout(
        @Nullable String feature,
        @Nullable String persona,
        @Nullable String marketProblem,
        @Nullable String competitor) {

    SubjectType type() {
        if (feature != null) {
            return SubjectType.FEATURE;
        } else if (persona != null) {
            return SubjectType.PERSONA;
        } else if (marketProblem != null) {
            return SubjectType.MARKET_PROBLEM;
        } else if (competitor != null) {
            return SubjectType.COMPETITOR;
        }
        throw Refusal.of(ProblemCode.REQUIRED, "It names no feature, persona, marketProblem or competitor.");
    }

    String key() {
        return feature != null
                ? feature
                : persona != null
                        ? persona
                        : marketProblem != null ? marketProblem : Objects.requireNonNullElse(competitor, "nothing");
    }

    /** @throws Refusal where there is no such subject yet */
    String id(SampleRun run) {
        return run.id(type().kind(), key());
    }
}
