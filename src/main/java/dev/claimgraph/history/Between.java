package dev.claimgraph.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What things were before some changes and after them, by id; what did not exist then is left out. */
public record Between<T>(Map<String, T> before, Map<String, T> after) {

    /** What is made of each: once where it is the very same before and after, as what {@link Past} gives is. */
    public <R> Between<R> map(Function<T, R> made) {
        var last = new HashMap<String, R>();
        after.forEach((id, thing) -> last.put(id, made.apply(thing)));
        var first = new HashMap<String, R>();
        before.forEach((id, thing) -> first.put(id, thing == after.get(id) ? last.get(id) : made.apply(thing)));
        return new Between<>(first, last);
    }

    /** All that is named by one of them. */
    public <R> Collection<R> all(Function<T, Stream<R>> named) {
        return Stream.of(before, after)
                .flatMap(then -> then.values().stream())
                .flatMap(named)
                .distinct()
                .toList();
    }
}
