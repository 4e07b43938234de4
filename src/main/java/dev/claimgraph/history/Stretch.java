package dev.claimgraph.history;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A stretch of the log, of which the changes are at hand: what things were anywhere in it is one of these, or what they were where it
 * begins, which is read once for many. For whoever goes through the log from commit to commit.
 */
public final class Stretch {

    private static final int KEPT = 2_000;

    private final Past past;
    private final long start;
    private final long end;
    private final Map<String, NavigableMap<Long, Change>> changes;
    private final LoadingCache<String, Optional<Change>> atStart;

    /**
     * @param start the position before the first change
     * @param changes in their order, without gaps
     */
    Stretch(Past past, long start, List<Change> changes) {
        this.past = past;
        this.start = start;
        this.end = changes.isEmpty() ? start : changes.getLast().position();
        this.changes = changes.stream()
                .collect(Collectors.groupingBy(
                        Change::aggregate,
                        Collectors.toMap(Change::position, change -> change, (one, other) -> other, TreeMap::new)));
        this.atStart =
                Caffeine.newBuilder().maximumSize(KEPT).build(CacheLoader.<String, Optional<Change>>bulk(this::read));
    }

    /** As {@link Past#between}, for any two positions; those out of the stretch are read from the log. */
    public Between<Change> between(long before, long after, Collection<String> ids) {
        if (before < start || after > end) {
            return past.between(before, after, ids);
        }
        var first = upTo(before, ids);
        var last = before == after ? first : upTo(after, ids);
        return new Between<>(first, last);
    }

    private Map<String, Change> upTo(long position, Collection<String> ids) {
        var found = new HashMap<String, Change>();
        var untouched = new HashSet<String>();
        for (var id : ids) {
            var last = changes.containsKey(id) ? changes.get(id).floorEntry(position) : null;
            if (last != null) {
                found.put(id, last.getValue());
            } else {
                untouched.add(id);
            }
        }
        atStart.getAll(untouched).forEach((id, change) -> change.ifPresent(known -> found.put(id, known)));
        return found;
    }

    /** With all that has changes here, since that will be asked for too. */
    private Map<String, Optional<Change>> read(Set<? extends String> ids) {
        var wanted = new HashSet<String>(changes.keySet());
        wanted.removeAll(atStart.asMap().keySet());
        wanted.addAll(ids);
        var found = past.between(start, start, wanted).after();
        return wanted.stream().collect(Collectors.toMap(id -> id, id -> Optional.ofNullable(found.get(id))));
    }
}
