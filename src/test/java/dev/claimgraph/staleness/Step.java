package dev.claimgraph.staleness;

import dev.claimgraph.shared.ProblemCode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thing that somebody does, or tries to do: asked of the service and of the plain model alike. */
interface Step {

    /** Makes up the input from how the world stands before it. */
    Turn<?> prepare(PlainWorld world);

    /**
     * @param service does it, and gives what the door gives
     * @param model takes what the door gave, null where it refused; does it, and tells the problems that must be met, in no order
     */
    record Turn<T>(Supplier<T> service, Function<@Nullable T, List<ProblemCode>> model) {}

    /** What a field that may be left out becomes; the field is null where it is left out. */
    record To<T>(@Nullable T value) {}
}
