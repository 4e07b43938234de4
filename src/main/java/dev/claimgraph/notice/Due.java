package dev.claimgraph.notice;

import dev.claimgraph.history.Deadline;
import dev.claimgraph.notice.Telling.Passing;
import dev.claimgraph.shared.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What may run out after a moment and up to another, by when. */
final class Due {

    private final Instant after;
    private final Instant upTo;
    private final NavigableMap<Instant, Set<String>> ids = new TreeMap<>();

    Due(Instant after, Instant upTo) {
        this.after = after;
        this.upTo = upTo;
    }

    void add(Collection<Deadline> deadlines) {
        deadlines.stream()
                .filter(deadline ->
                        deadline.at().isAfter(after) && !deadline.at().isAfter(upTo))
                .forEach(deadline -> ids.computeIfAbsent(deadline.at(), at -> new TreeSet<>())
                        .add(deadline.id()));
    }

    /** The ids of a kind of which something may run out in a part of that time. */
    List<String> in(Passing time, String kind) {
        return ids.subMap(time.after(), false, time.upTo(), true).values().stream()
                .flatMap(Set::stream)
                .filter(id -> kind.equals(Id.kindOf(id)))
                .distinct()
                .toList();
    }
}
