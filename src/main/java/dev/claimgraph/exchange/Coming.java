package dev.claimgraph.exchange;

import dev.claimgraph.catalog.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the rows that were checked so far will have made of the graph; others may refer to it. */
final class Coming {

    private final Prints things = new Prints();
    private final Map<String, Subject> subjects = new HashMap<>();

    /** @return false where an earlier row was of the same thing */
    boolean add(RowType type, String key) {
        return things.add(name(type.kind, key));
    }

    /** @param name its id or, where it has none yet, its kind and key: feature/sync */
    void add(String name, Subject subject) {
        subjects.put(name, subject);
    }

    boolean has(String name) {
        return things.has(name);
    }

    Optional<Subject> subject(String name) {
        return Optional.ofNullable(subjects.get(name));
    }

    static String name(String kind, String key) {
        return kind + "/" + key;
    }
}
