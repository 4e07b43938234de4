package dev.claimgraph.catalog;

import java.util.Arrays;

/** The four types of subject: each is a label in the graph and a type in the schema. */
public enum SubjectType {
    FEATURE("Feature", "feature"),
    PERSONA("Persona", "persona"),
    MARKET_PROBLEM("MarketProblem", "problem"),
    COMPETITOR("Competitor", "competitor");

    private final String typename;
    private final String kind;

    SubjectType(String typename, String kind) {
        this.typename = typename;
        this.kind = kind;
    }

    /** The label in the graph, and the type's name in the schema. */
    public String typename() {
        return typename;
    }

    /** What its ids begin with. */
    public String kind() {
        return kind;
    }

    public static SubjectType of(String typename) {
        return Arrays.stream(values())
                .filter(type -> type.typename.equals(typename))
                .findFirst()
                .orElseThrow();
    }
}
