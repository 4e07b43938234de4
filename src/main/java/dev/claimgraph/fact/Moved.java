package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Basis.Seen;
import dev.claimgraph.fact.Basis.Snapshot;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One value of a fact's basis that is not the one that was verified.
 *
 * @param attribute the attribute's name, or {@code lifecycle}
 * @param before as a person writes the value when last verified; null where there was none, or nobody looked at it
 * @param after as a person writes the present one; null where there is none
 * @param at when the revision that last left the verified value was made
 * @param personId who made it
 */
public record Moved(
        String attribute, @Nullable String before, @Nullable String after, Instant at, String personId) {

    static List<Moved> stored(@Nullable String json) {
        return json == null ? List.of() : Arrays.asList(Json.read(json, Moved[].class));
    }

    static @Nullable Moved storedOne(@Nullable String json) {
        return json == null ? null : Json.read(json, Moved.class);
    }

    /**
     * What has left its verified value, after a write. All that was judged counts, whether or not the fact still depends on it:
     * it may again.
     *
     * @param earlier what had left before the write
     */
    static List<Moved> left(List<Moved> earlier, Snapshot verified, Subject subject, Instant at, String by) {
        var names = new TreeSet<>(verified.values().keySet());
        if (verified.all()) {
            names.addAll(subject.values().keySet());
        }
        var left = new ArrayList<Moved>();
        for (var name : names) {
            var was = verified.values().getOrDefault(name, Seen.NOTHING);
            var is = Seen.of(subject, name);
            if (!Objects.equals(was.fingerprint(), is.fingerprint())) {
                left.add(since(named(earlier, name), name, was, is, at, by));
            }
        }
        return List.copyOf(left);
    }

    /** What makes the check fail, since it does; null while it holds. @param earlier what made it fail before the write */
    static @Nullable Moved failing(
            @Nullable Moved earlier, Basis basis, Snapshot verified, Subject subject, Instant at, String by) {
        if (basis.check() == null || basis.holds()) {
            return null;
        }
        var name = basis.check().attribute();
        var was = verified.values().getOrDefault(name, Seen.NOTHING);
        var same =
                Optional.ofNullable(earlier).filter(entry -> entry.attribute().equals(name));
        return since(same, name, was, Seen.of(subject, name), at, by);
    }

    /** What a fact with this content counts as moved: what it depends on and, for its check, what made that fail. */
    static List<Moved> counted(FactContent fact, List<Moved> left, @Nullable Moved failing) {
        var counted = new TreeMap<String, Moved>();
        left.stream()
                .filter(moved -> fact.dependsOnAll()
                        || fact.dependsOn().contains(moved.attribute())
                        || moved.attribute().equals(Basis.LIFECYCLE))
                .forEach(moved -> counted.put(moved.attribute(), moved));
        if (failing != null) {
            counted.putIfAbsent(failing.attribute(), failing);
        }
        return List.copyOf(counted.values());
    }

    private static Optional<Moved> named(List<Moved> moved, String name) {
        return moved.stream().filter(entry -> entry.attribute().equals(name)).findFirst();
    }

    private static Moved since(Optional<Moved> earlier, String name, Seen was, Seen is, Instant at, String by) {
        return new Moved(
                name,
                was.display(),
                is.display(),
                earlier.map(Moved::at).orElse(at),
                earlier.map(Moved::personId).orElse(by));
    }
}
