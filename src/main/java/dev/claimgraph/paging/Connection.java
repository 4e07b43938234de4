package dev.claimgraph.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** One page of a list, as Relay has it; the total is worked out only when somebody reads it. */
public final class Connection<T> {

    private final List<Edge<T>> edges;
    private final PageInfo pageInfo;
    private final LongSupplier total;

    private Connection(List<Edge<T>> edges, PageInfo pageInfo, LongSupplier total) {
        this.edges = edges;
        this.pageInfo = pageInfo;
        this.total = total;
    }

    /**
     * @param rows what a {@link Keyset} statement gave: in the statement's direction, one more than the page holds where
     *     there are more
     * @param key the property that the list is ordered by
     */
    public static <T> Connection<T> of(
            PageRequest page, Collection<T> rows, Function<T, String> key, Function<T, String> id, LongSupplier total) {
        var more = rows.size() > page.limit();
        var edges = new ArrayList<>(rows.stream()
                .limit(page.limit())
                .map(item -> new Edge<>(new Cursor(page.scope(), key.apply(item), id.apply(item)).encode(), item))
                .toList());
        var shown = page.backward() ? edges.reversed() : edges;
        var info = new PageInfo(
                page.backward() ? more : page.after() != null,
                page.backward() ? page.before() != null : more,
                shown.isEmpty() ? null : shown.getFirst().cursor(),
                shown.isEmpty() ? null : shown.getLast().cursor());
        return new Connection<>(List.copyOf(shown), info, total);
    }

    public List<Edge<T>> edges() {
        return edges;
    }

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    public PageInfo pageInfo() {
        return pageInfo;
    }

    public long totalCount() {
        return total.getAsLong();
    }
}
