package dev.claimgraph.staleness;

import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.catalog.SubjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A subject with every state that it ever had; a feature's lifecycle is a value like any other. */
final class PlainSubject {

    static final String LIFECYCLE = "lifecycle";

    final String id;
    final String key;
    final SubjectType type;
    private final List<State> history = new ArrayList<>();

    PlainSubject(String id, String key, SubjectType type, State first) {
        this.id = id;
        this.key = key;
        this.type = type;
        history.add(first);
    }

    State present() {
        return history.getLast();
    }

    Map<String, Sample> values() {
        return present().values;
    }

    /** Its values at a revision. */
    Map<String, Sample> at(int revision) {
        return history.get(revision - 1).values;
    }

    int revision() {
        return history.size();
    }

    /** One of the states it had. */
    State earlier(int pick) {
        return history.get(Math.floorMod(pick, history.size()));
    }

    void become(State next) {
        if (!next.isWrittenLike(present())) {
            history.add(next);
        }
    }

    @Nullable
    Lifecycle lifecycle() {
        var lifecycle = values().get(LIFECYCLE);
        return lifecycle == null ? null : Lifecycle.valueOf(lifecycle.shown());
    }

    /** When its lifecycle became what it is; null where it was so from the beginning. */
    @Nullable
    Moment lifecycleSince() {
        Moment since = null;
        for (var i = 1; i < history.size(); i++) {
            if (!same(
                    history.get(i - 1).values.get(LIFECYCLE),
                    history.get(i).values.get(LIFECYCLE))) {
                since = history.get(i).since;
            }
        }
        return since;
    }

    /** When the attribute last left the value it had at a revision, that it does not have now. */
    Moment left(int revision, String attribute) {
        var then = history.get(revision - 1).values.get(attribute);
        Moment left = null;
        for (var state : history.subList(revision - 1, history.size())) {
            if (same(then, state.values.get(attribute))) {
                left = null;
            } else if (left == null) {
                left = state.since;
            }
        }
        return Objects.requireNonNull(left);
    }

    static boolean same(@Nullable Sample one, @Nullable Sample other) {
        return one == null || other == null ? one == other : one.equalTo(other);
    }

    /** One revision. */
    record State(Moment since, String name, TreeMap<String, Sample> values) {

        boolean isWrittenLike(State other) {
            return name.equals(other.name)
                    && values.keySet().equals(other.values.keySet())
                    && values.entrySet().stream()
                            .allMatch(entry -> entry.getValue().isWrittenLike(other.values.get(entry.getKey())));
        }
    }
}
