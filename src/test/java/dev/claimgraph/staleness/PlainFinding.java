package dev.claimgraph.staleness;

import org.jspecify.annotations.Nullable;

/** What the plain model holds of a finding. */
final class PlainFinding {

    final String id;
    final String maker;
    final boolean isFactual;

    @Nullable
    final PlainFact fact;

    boolean open = true;

    /** @param fact the one that is wrong; null for style, and where one is missing */
    PlainFinding(String id, String maker, boolean isFactual, @Nullable PlainFact fact) {
        this.id = id;
        this.maker = maker;
        this.isFactual = isFactual;
        this.fact = fact;
    }

    boolean blocks() {
        return open && isFactual;
    }
}
