package dev.claimgraph.catalog;

/**
 * How much of the catalog another owner answers for from now on.
 *
 * @param subjects those that were the former owner's in their own right, not by their product
 */
public record Reassigned(int products, int subjects) {

    static final Reassigned NOTHING = new Reassigned(0, 0);
}
