package dev.claimgraph.contribution;

import dev.claimgraph.catalog.SubjectType;

/** What an area is about. */
public enum AreaKind {
    FEATURES,
    PERSONAS,
    MARKET_PROBLEMS,
    COMPETITORS,
    MESSAGING;

    static AreaKind of(SubjectType type) {
        return switch (type) {
            case FEATURE -> FEATURES;
            case PERSONA -> PERSONAS;
            case MARKET_PROBLEM -> MARKET_PROBLEMS;
            case COMPETITOR -> COMPETITORS;
        };
    }
}
