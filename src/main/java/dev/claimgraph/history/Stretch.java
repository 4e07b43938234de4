package dev.claimgraph.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A stretch of the log, of which the changes are at hand: what things were anywhere in it is one of these, or what they were where it
 * begins, which is read once for many. For one thread that goes through the log from commit to commit.
 */
public final class Stretch {

    private static final int KEPT = 2_000;

    private final Past past;
    private final long start;
    private final long end;
    private final Map<String, NavigableMap<Long, Change>> changes;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Change> atStart = new HashMap<>();

    /**
     * @param start the position before the first change
     * @param changes all behind it, in their order
     */
    Stretch(Past past, long start, List<Change> changes) {
        this.past = past;
        this.start = start;
        this.end = changes.isEmpty() ? start : changes.getLast().position();
        this.changes = changes.stream()
                .collect(Collectors.groupingBy(
                        Change::aggregate,
                        Collectors.toMap(Change::position, change -> change, (one, other) -> other, TreeMap::new)));
    }

    /** As {@link Past#between}, for any two positions; what is out of the stretch is read from the log. */
    public Between<Change> between(long before, long after, Collection<String> ids) {
        if (before < start || after > end) {
            return past.between(before, after, ids);
        }
        read(ids);
        return new Between<>(upTo(before, ids), upTo(after, ids));
    }

    private Map<String, Change> upTo(long position, Collection<String> ids) {
        var found = new HashMap<String, Change>();
        for (var id : ids) {
            var last = changes.containsKey(id) ? changes.get(id).floorEntry(position) : null;
            var change = last == null ? atStart.get(id) : last.getValue();
            if (change != null) {
                found.put(id, change);
            }
        }
        return found;
    }

    /** What is not known of these at the start; at first with all that has changes here, since that will be asked for too. */
    private void read(Collection<String> ids) {
        var wanted = new HashSet<>(ids);
        wanted.removeAll(known);
        if (wanted.isEmpty()) {
            return;
        }
        if (known.size() + wanted.size() > KEPT) {
            known.clear();
            atStart.clear();
            wanted.addAll(ids);
        }
        if (known.isEmpty()) {
            wanted.addAll(changes.keySet());
        }
        atStart.putAll(past.between(start, start, wanted).after());
        known.addAll(wanted);
    }
}
