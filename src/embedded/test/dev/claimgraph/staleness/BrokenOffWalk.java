package dev.claimgraph.staleness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.paging.PageRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes step after step until the graph is gone in the middle of one, which then was taken as a whole or not at all. */
final class BrokenOffWalk {

    private final PlainWorld world;
    private final Comparison compare;
    private Step.@Nullable Turn<?> inDoubt;

    BrokenOffWalk(PlainWorld world) {
        this.world = world;
        this.compare = new Comparison(world, new Seen());
    }

    /** @param acknowledged counts the steps that the service answered */
    void take(long seed, AtomicInteger acknowledged, BooleanSupplier isGone) {
        for (var round = seed; ; round++) {
            for (var step : Steps.of(round)) {
                world.wait(step instanceof Wait wait ? wait.time() : Wait.BETWEEN_STEPS);
                try {
                    at(() -> take(step));
                } catch (RuntimeException e) {
                    if (isGone.getAsBoolean()) {
                        return;
                    }
                    throw e;
                }
                acknowledged.incrementAndGet();
            }
        }
    }

    /** @throws AssertionError where the service does not say what the model says, with or without the step in doubt */
    void check() {
        at(() -> {
            if (inDoubt != null && !agrees()) {
                apply(inDoubt);
            }
            inDoubt = null;
            compareAll();
        });
    }

    private void take(Step step) {
        var turn = step.prepare(world);
        inDoubt = turn;
        Walk.take(world, step, turn);
        inDoubt = null;
    }

    private <T> void apply(Step.Turn<T> turn) {
        @SuppressWarnings("unchecked")
        var drafted = (T) claimThatTheModelDoesNotKnow();
        assertThat(turn.model().apply(drafted)).isEmpty();
    }

    private boolean agrees() {
        try {
            compareAll();
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private void compareAll() {
        compare.claims("after the graph was gone");
        compare.theRest();
    }

    private @Nullable Claim claimThatTheModelDoesNotKnow() {
        var features = world.subjects.stream()
                .filter(subject -> subject.type == SubjectType.FEATURE)
                .map(feature -> feature.key)
                .toList();
        var known = world.claims.stream().map(claim -> claim.id).toList();
        var filter = new ClaimFilter(null, null, null, null, null, null, null, null, null, features, null, null, null);
        var id = world.doors.claimLists().claims(filter, PageRequest.first(100)).nodes().stream()
                .map(Claim::id)
                .filter(found -> !known.contains(found))
                .findFirst();
        return id.map(found -> world.doors.claims().byId(List.of(found)).get(found))
                .orElse(null);
    }

    private void at(Runnable work) {
        world.doors.clock().at(world.now(), () -> {
            work.run();
            return world;
        });
    }
}
