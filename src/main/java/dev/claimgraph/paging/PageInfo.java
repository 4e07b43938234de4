package dev.claimgraph.paging;

import org.jspecify.annotations.Nullable;

/** Where a page begins and ends, and whether there is more on either side. */
public record PageInfo(
        boolean hasPreviousPage,
        boolean hasNextPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {}
