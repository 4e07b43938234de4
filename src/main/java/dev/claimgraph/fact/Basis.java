package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Json;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a fact's truth is judged on: its statement, its check with the outcome, and the values it depends on, a feature's
 * lifecycle among them.
 *
 * @param holds the check's outcome; true where there is no check
 * @param values what it depends on, by attribute name
 */
record Basis(String statement, @Nullable FactCheck check, boolean holds, SortedMap<String, Seen> values) {

    static final String LIFECYCLE = "lifecycle";

    static Basis of(FactContent fact, Subject subject) {
        var values = new TreeMap<String, Seen>();
        var names = fact.dependsOnAll() ? subject.values().keySet() : fact.dependsOn();
        for (var name : names) {
            values.put(name, Seen.of(subject, name));
        }
        if (subject.lifecycle() != null) {
            values.put(LIFECYCLE, Seen.of(subject, LIFECYCLE));
        }
        var check = fact.check();
        return new Basis(fact.statement(), check, check == null || check.holds(subject.values()), values);
    }

    String fingerprint() {
        var parts = new ArrayList<@Nullable String>();
        parts.add(statement);
        parts.add(check == null ? null : check.canonical());
        parts.add(Boolean.toString(holds));
        values.forEach((name, seen) -> {
            parts.add(name);
            parts.add(seen.fingerprint());
        });
        return Fingerprint.of(parts);
    }

    /** The value of the checked attribute beside those depended on: what a verifier is shown, and what may move. */
    SortedMap<String, Seen> shown(Subject subject) {
        var shown = new TreeMap<>(values);
        if (check != null) {
            shown.put(check.attribute(), Seen.of(subject, check.attribute()));
        }
        return shown;
    }

    /**
     * One value as it was seen.
     *
     * @param fingerprint null where the attribute was not there
     * @param display as a person writes it
     */
    record Seen(@Nullable String fingerprint, @Nullable String display) {

        static final Seen NOTHING = new Seen(null, null);

        static Seen of(Subject subject, String name) {
            if (name.equals(LIFECYCLE) && subject.lifecycle() != null) {
                return new Seen(subject.lifecycle().name(), subject.lifecycle().name());
            }
            var value = subject.values().get(name);
            return value == null ? NOTHING : new Seen(value.fingerprint(), value.display());
        }
    }

    /**
     * What a verification keeps of the basis it was made on.
     *
     * @param basis its fingerprint: the verification's stamp; null before there is one
     * @param all whether the fact depended on everything, so that what has come since was not there
     */
    record Snapshot(@Nullable String basis, boolean all, SortedMap<String, Seen> values) {

        static final Snapshot NONE = new Snapshot(null, false, new TreeMap<>());

        /** Whether it is of this content: the basis would be the same had no value moved. */
        boolean isOf(FactContent content, Subject subject) {
            if (basis == null) {
                return true;
            }
            var names = content.dependsOnAll() && all
                    ? values.keySet()
                    : Basis.of(content, subject).values.keySet();
            var seen = new TreeMap<String, Seen>();
            names.forEach(name -> seen.put(name, values.getOrDefault(name, Seen.NOTHING)));
            return basis.equals(new Basis(content.statement(), content.check(), true, seen).fingerprint());
        }

        static Snapshot stored(@Nullable String json) {
            return json == null ? NONE : Json.read(json, Snapshot.class);
        }

        String json() {
            return Json.write(this);
        }
    }
}
