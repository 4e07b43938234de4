package dev.claimgraph.shared;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when a write is refused: rolls its transaction back, and is answered as the payload's problems. */
public class Refusal extends RuntimeException {

    private final List<Problem> problems;
    private final transient @Nullable Object present;

    public Refusal(List<Problem> problems) {
        this(problems, null);
    }

    private Refusal(List<Problem> problems, @Nullable Object present) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining(" ")), null, false, false);
        this.problems = List.copyOf(problems);
        this.present = present;
    }

    public static Refusal of(ProblemCode code, String message, Object... path) {
        return new Refusal(List.of(Problem.of(code, message, path)));
    }

    /** The caller acted on what has moved since; it gets the present object beside the problem. */
    public static Refusal conflict(Object present, String message, Object... path) {
        return new Refusal(List.of(Problem.of(ProblemCode.CONFLICT, message, path)), present);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** What the caller should look at again, after a conflict; null for other refusals. */
    public @Nullable Object present() {
        return present;
    }

    /**
     * Runs a write and makes its payload.
     *
     * @param payload takes what the write returned or, after a conflict, the present object; null for other refusals
     */
    @SuppressWarnings("unchecked")
    public static <T, P> P catching(Supplier<T> write, BiFunction<@Nullable T, List<Problem>, P> payload) {
        try {
            return payload.apply(write.get(), List.of());
        } catch (Refusal refusal) {
            return payload.apply((T) refusal.present, refusal.problems);
        }
    }
}
