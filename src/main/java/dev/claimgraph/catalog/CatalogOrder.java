package dev.claimgraph.catalog;

import org.jspecify.annotations.Nullable;

/** What a list of products or subjects is ordered by; its direction is the page's. */
record CatalogOrder(Field field) {

    static String property(@Nullable CatalogOrder order) {
        return order == null || order.field == Field.CREATED_AT ? "id" : "name";
    }

    enum Field {
        CREATED_AT,
        NAME
    }
}
