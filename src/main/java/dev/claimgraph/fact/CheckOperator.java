package dev.claimgraph.fact;

/** How a check holds an attribute's value against its own. */
public enum CheckOperator {
    EQUAL,
    NOT_EQUAL,
    AT_LEAST,
    AT_MOST,
    CONTAINS
}
