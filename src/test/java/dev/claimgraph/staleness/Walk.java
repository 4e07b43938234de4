package dev.claimgraph.staleness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes steps with the service and the plain model side by side, and holds the one against the other after each. */
final class Walk {

    private final PlainWorld world;
    private final Seen seen;
    private final Comparison compare;
    private final boolean looksBack;

    /** @param looksBack whether every moment is looked at again at the end */
    Walk(PlainWorld world, Seen seen, boolean looksBack) {
        this.world = world;
        this.seen = seen;
        this.compare = new Comparison(world, seen);
        this.looksBack = looksBack;
    }

    /** @throws AssertionError where the two disagree */
    void take(List<Step> steps) {
        at(() -> compare.claims("at the beginning"));
        compare.remember();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            world.wait(step instanceof Wait wait ? wait.time() : Wait.BETWEEN_STEPS);
            var taken = "after step %d, %s".formatted(i + 1, step);
            at(() -> {
                take(world, step).forEach(seen::problem);
                compare.claims(taken);
            });
            compare.remember();
        }
        at(compare::theRest);
        if (looksBack) {
            world.wait(Duration.ofMinutes(2));
            at(compare::thePast);
        }
    }

    private void at(Runnable work) {
        world.doors.clock().at(world.now(), () -> {
            work.run();
            return world;
        });
    }

    /** @return the problems that both met */
    static List<ProblemCode> take(PlainWorld world, Step step) {
        return take(world, step, step.prepare(world));
    }

    static <T> List<ProblemCode> take(PlainWorld world, Step step, Step.Turn<T> turn) {
        T done = null;
        var met = new ArrayList<ProblemCode>();
        try {
            done = turn.service().get();
        } catch (Refusal refusal) {
            refusal.problems().stream().map(Problem::code).forEach(met::add);
        }
        var foreseen = new ArrayList<>(turn.model().apply(done));
        met.sort(Comparator.naturalOrder());
        foreseen.sort(Comparator.naturalOrder());
        assertThat(met).as("the problems of %s", step).isEqualTo(foreseen);
        return met;
    }
}
