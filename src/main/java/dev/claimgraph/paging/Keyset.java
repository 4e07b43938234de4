package dev.claimgraph.paging;

/**
 * The statements of a list: a page of it in both directions, how many there are, and both at once. Their Cypher says
 * {@code {within}} where the page's bounds go and {@code {order}} after ORDER BY; both follow from one property, with the id as
 * tie-breaker, so that an index on the two can serve the order. For that, the tie is told by {@code properties(…)}: with bounds on
 * the id alone the planner joins two indexes and sorts, and of what the index gives it cannot plan a second use beside a pattern.
 *
 * <p>All of it is put together here, once, of constants.
 */
public record Keyset(
        String smallestFirst,
        String largestFirst,
        String count,
        String countedSmallestFirst,
        String countedLargestFirst) {

    /** @param count what it returns is read with a page; empty where the pages themselves have it */
    public Keyset(String smallestFirst, String largestFirst, String count) {
        this(smallestFirst, largestFirst, count, counted(count, smallestFirst), counted(count, largestFirst));
    }

    /**
     * A list whose count another statement gives.
     *
     * @param variable the variable of the listed node, which carries {@code id} and the property
     */
    public static Keyset of(String variable, String property, String cypher) {
        var id = variable + ".id";
        var key = variable + "." + property;
        if (property.equals("id")) {
            return expand(cypher, between(id), id, id + " DESC");
        }
        var place = "[properties(%1$s).%2$s, properties(%1$s).id]".formatted(variable, property);
        var within =
                "%1$s >= $lowerKey AND %1$s <= $upperKey AND %2$s IS NOT NULL AND %3$s > [$lowerKey, $lowerId] AND %3$s < [$upperKey, $upperId]"
                        .formatted(key, id, place);
        return expand(cypher, within, key + ", " + id, key + " DESC, " + id + " DESC");
    }

    /** A list of all that {@code match} finds, each returned as the projection. */
    public static Keyset of(String variable, String property, String match, String projection) {
        return of(variable, property, match, "", projection);
    }

    /** The same where each of a page is worked on before it is returned. @param work keeps the variable */
    public static Keyset of(String variable, String property, String match, String work, String projection) {
        var page = of(variable, property, page(variable, match, work, projection));
        return new Keyset(page.smallestFirst, page.largestFirst, count(match, variable + ".id"));
    }

    /**
     * A list of what an index has under one value, in the order of ids.
     *
     * @param variable carries the value as {@code property} and the id of what is listed as {@code id}
     * @param work keeps the variable
     */
    public static Keyset of(String variable, String property, String id, String match, String work, String projection) {
        var value = variable + "." + property;
        var key = variable + "." + id;
        var page = expand(
                page(variable, match, work, projection),
                between(key),
                value + ", " + key,
                value + " DESC, " + key + " DESC");
        return new Keyset(page.smallestFirst, page.largestFirst, count(match, key));
    }

    public String cypher(PageRequest page) {
        return page.largestFirst() ? largestFirst : smallestFirst;
    }

    /** Reads a page and the total at once. */
    public String counted(PageRequest page) {
        return page.largestFirst() ? countedLargestFirst : countedSmallestFirst;
    }

    private static String counted(String count, String page) {
        return count.isEmpty() ? "" : "CALL () {\n" + count + "\n}\nRETURN COLLECT {\n" + page + "\n} AS items, total";
    }

    private static String between(String id) {
        return id + " > $lowerId AND " + id + " < $upperId";
    }

    private static String page(String variable, String match, String work, String projection) {
        return match + "WITH " + variable + " ORDER BY {order} LIMIT $limit\n" + work + "RETURN " + projection
                + " AS item" + (work.isEmpty() ? "" : " ORDER BY {order}");
    }

    private static String count(String match, String id) {
        return match.replace("{within}", id + " IS NOT NULL") + "RETURN count(*) AS total";
    }

    private static Keyset expand(String cypher, String within, String ascending, String descending) {
        var bounded = cypher.replace("{within}", within);
        return new Keyset(bounded.replace("{order}", ascending), bounded.replace("{order}", descending), "");
    }
}
