package dev.claimgraph.paging;

import dev.claimgraph.shared.BadArgument;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page of a list that a caller asked for.
 *
 * @param limit items at most
 * @param backward the last items before a place, not the first after one
 * @param descending the list's own order
 * @param scope a fingerprint of the list, its filter and its order, which its cursors carry
 * @param counted whether the caller wants the list's total
 */
public record PageRequest(
        int limit,
        boolean backward,
        boolean descending,
        @Nullable Cursor after,
        @Nullable Cursor before,
        String scope,
        boolean counted) {

    /** The limit of a page whose caller names none. */
    public static final int DEFAULT = 20;

    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    /** The first page of a list in its default order. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, false, false, null, null, "", true);
    }

    /**
     * @param most items of a page
     * @throws BadArgument for a size outside 1 to most, a cursor of another list, or first and last together
     */
    public static PageRequest of(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            boolean descending,
            String scope,
            boolean counted,
            int most) {
        if (first != null && last != null) {
            throw new BadArgument("Ask for first or for last, not for both.");
        }
        var backward = last != null || (first == null && before != null && after == null);
        var limit = first != null ? size(first, "first", most) : last != null ? size(last, "last", most) : DEFAULT;
        return new PageRequest(
                limit,
                backward,
                descending,
                after == null ? null : Cursor.decode(after, scope, "after"),
                before == null ? null : Cursor.decode(before, scope, "before"),
                scope,
                counted);
    }

    /** Whether the list's first {@link #DEFAULT} items, in its own order, and one more are all that it takes. */
    public boolean isWithinDefault() {
        return !largestFirst() && after == null && before == null && !counted && limit <= DEFAULT;
    }

    /** Whether the statement that reads this page has to run from the largest key to the smallest. */
    public boolean largestFirst() {
        return backward != descending;
    }

    /** The parameters that a {@link Keyset} statement takes: one item more than asked for tells whether there are more. */
    public Map<String, Object> parameters() {
        var lower = descending ? before : after;
        var upper = descending ? after : before;
        var parameters = new HashMap<String, Object>();
        parameters.put("lowerKey", lower == null ? "" : lower.key());
        parameters.put("lowerId", lower == null ? "" : lower.id());
        parameters.put("upperKey", upper == null ? END : upper.key());
        parameters.put("upperId", upper == null ? END : upper.id());
        parameters.put("limit", limit + 1);
        parameters.put("counted", counted);
        return parameters;
    }

    /** The rows that a {@link Keyset} statement would give of a list that is at hand, ordered by id. */
    public <T> List<T> slice(Collection<T> list, Function<T, String> id) {
        var bounds = parameters();
        var byId = Comparator.comparing(id);
        return list.stream()
                .filter(item -> id.apply(item).compareTo(String.valueOf(bounds.get("lowerId"))) > 0)
                .filter(item -> id.apply(item).compareTo(String.valueOf(bounds.get("upperId"))) < 0)
                .sorted(largestFirst() ? byId.reversed() : byId)
                .limit(limit + 1L)
                .toList();
    }

    private static int size(int asked, String argument, int most) {
        if (asked < 1 || asked > most) {
            throw new BadArgument("%s must be from 1 to %d; it is %d.".formatted(argument, most, asked));
        }
        return asked;
    }
}
