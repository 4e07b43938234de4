package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Basis.Seen;
import dev.claimgraph.fact.Basis.Snapshot;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One value of a fact's basis that is not the one that was verified.
 *
 * @param attribute the attribute's name, or {@code lifecycle}
 * @param before as a person writes the value when last verified; null where there was none
 * @param after as a person writes the present one; null where there is none
 * @param at when the revision that last left the verified value was made
 * @param personId who made it
 */
public record Moved(
        String attribute, @Nullable String before, @Nullable String after, Instant at, String personId) {

    static List<Moved> stored(@Nullable String json) {
        return json == null ? List.of() : Arrays.asList(Json.read(json, Moved[].class));
    }

    /**
     * What has moved after a write, from what had before it.
     *
     * @param verified the values of the last verification; empty where there is none
     */
    static List<Moved> after(
            List<Moved> earlier,
            FactContent fact,
            Basis basis,
            Snapshot verified,
            Subject subject,
            Instant at,
            String by) {
        var moved = new TreeMap<String, Moved>();
        var present = new TreeMap<>(basis.values());
        if (fact.dependsOnAll() && !verified.values().isEmpty()) {
            verified.values().keySet().forEach(name -> present.putIfAbsent(name, Seen.NOTHING));
        }
        present.forEach((name, is) -> {
            var was = verified.values().get(name);
            var judged =
                    was != null || (fact.dependsOnAll() && !verified.values().isEmpty());
            if (judged && !Objects.equals(is.fingerprint(), was == null ? null : was.fingerprint())) {
                moved.put(name, since(earlier, name, was, is, at, by));
            }
        });
        if (basis.check() != null && !basis.holds()) {
            var name = basis.check().attribute();
            var is = Objects.requireNonNull(basis.shown(subject).get(name));
            moved.computeIfAbsent(
                    name, key -> since(earlier, key, verified.values().get(key), is, at, by));
        }
        return List.copyOf(moved.values());
    }

    private static Moved since(List<Moved> earlier, String name, @Nullable Seen was, Seen is, Instant at, String by) {
        var known =
                earlier.stream().filter(entry -> entry.attribute().equals(name)).findFirst();
        return new Moved(
                name,
                was == null ? null : was.display(),
                is.display(),
                known.map(Moved::at).orElse(at),
                known.map(Moved::personId).orElse(by));
    }
}
