package dev.claimgraph.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact that needs its owner.
 *
 * @param leverage how many live usages of approved claims it holds back now
 * @param lapsesAt when its validity will run out; null for one that holds back already
 */
record QueuedFact(long leverage, @Nullable Instant lapsesAt, Fact fact) {

    /** What the queue is ordered by: its leverage, or when it will lapse. */
    String place() {
        return lapsesAt == null ? String.valueOf(leverage) : lapsesAt.toString();
    }

    /** Whether a place is a time. */
    static boolean isDue(String place) {
        return place.endsWith("Z");
    }

    String id() {
        return fact.id();
    }

    /** What is not as it was when the fact was last verified; nothing where it never was, or where its validity is all that ends. */
    List<BasisChange> changes() {
        var changes = new ArrayList<BasisChange>();
        var revised = fact.contentLeft();
        if (revised != null) {
            var statement = Objects.requireNonNull(fact.verification()).statement();
            changes.add(new BasisChange(null, statement, fact.statement(), revised.at(), revised.personId()));
        }
        fact.moved()
                .forEach(moved -> changes.add(new BasisChange(
                        moved.attribute(), moved.before(), moved.after(), moved.at(), moved.personId())));
        return changes;
    }

    /**
     * One thing that a fact was verified on and that is another now.
     *
     * @param attribute null where it is the fact itself, whose statements are before and after
     */
    record BasisChange(
            @Nullable String attribute,
            @Nullable String before,
            @Nullable String after,
            Instant at,
            String personId) {}
}
