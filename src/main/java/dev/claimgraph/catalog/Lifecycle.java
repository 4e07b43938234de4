package dev.claimgraph.catalog;

/** How far a feature has come, or gone. */
public enum Lifecycle {
    PLANNED,
    BETA,
    GENERALLY_AVAILABLE,
    DEPRECATED,
    RETIRED
}
