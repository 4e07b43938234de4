package dev.claimgraph.catalog;

/** What a list of products or subjects is ordered by; its direction is the page's. */
record CatalogOrder(Field field) {

    enum Field {
        CREATED_AT,
        NAME
    }
}
