package dev.claimgraph.webhook;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a claim is not usable, as it is told.
 *
 * @param fact the statement of the fact that it comes from
 * @param attribute what moved
 * @param before the value when last verified
 * @param after the present value
 * @param clearedBy what would take it away, such as {@code VERIFY_FACT}
 */
record Why(
        String code,
        String message,
        @Nullable String fact,
        @Nullable String attribute,
        @Nullable String before,
        @Nullable String after,
        @Nullable String clearedBy) {}
