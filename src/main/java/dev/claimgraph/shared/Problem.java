package dev.claimgraph.shared;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    /** The same, where the input that it was found in is a part of another. */
    public Problem under(Object... place) {
        var longer = Stream.concat(Arrays.stream(place).map(String::valueOf), path.stream());
        return new Problem(code, message, longer.toList());
    }

    /** The same, of one of several inputs that another place's input was in: the first step of its path is a place among these. */
    public Problem moved(List<Integer> places) {
        return within().under(places.get(Integer.parseInt(path.getFirst())));
    }

    /** The same, as the input itself would be told of it. */
    public Problem within() {
        return new Problem(code, message, path.subList(1, path.size()));
    }
}
