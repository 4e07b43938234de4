package dev.claimgraph.shared;

import java.util.Arrays;
import java.util.List;

/**
 * One reason why a write was refused.
 *
 * @param message a sentence that a person can act on
 * @param path where in the mutation's input, list positions as numbers; empty where it concerns the whole input
 */
public record Problem(ProblemCode code, String message, List<String> path) {

    public static Problem of(ProblemCode code, String message, Object... path) {
        return new Problem(
                code, message, Arrays.stream(path).map(String::valueOf).toList());
    }
}
