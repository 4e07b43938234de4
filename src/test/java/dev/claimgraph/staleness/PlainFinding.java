package dev.claimgraph.staleness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the plain model holds of a finding. */
final class PlainFinding {

    final String id;
    final String maker;
    final boolean isFactual;

    @Nullable
    final PlainFact fact;

    /** The facts that answers named. */
    final List<PlainFact> named = new ArrayList<>();

    private final List<PlainFact> stoodOn;
    private boolean isWithdrawn;

    boolean open = true;

    /**
     * @param fact the one that is wrong; null for style, and where one is missing
     * @param stoodOn the facts that the claim stood on
     */
    PlainFinding(String id, String maker, boolean isFactual, @Nullable PlainFact fact, List<PlainFact> stoodOn) {
        this.id = id;
        this.maker = maker;
        this.isFactual = isFactual;
        this.fact = fact;
        this.stoodOn = stoodOn;
    }

    boolean blocks() {
        return open && isFactual;
    }

    boolean isMetBy(List<PlainFact> facts) {
        return named.stream().anyMatch(fact -> facts.contains(fact) && !stoodOn.contains(fact));
    }

    void end() {
        isWithdrawn = true;
        open = false;
    }

    /** The claim is submitted again, standing on these. */
    void resume(List<PlainFact> facts) {
        if (isFactual && fact == null && !isWithdrawn && !isMetBy(facts)) {
            open = true;
        }
    }
}
