package dev.claimgraph.notice;

import org.jspecify.annotations.Nullable;

/**
 * A product or subject that somebody else answers for, and so for what waits about it.
 *
 * @param from who did; null where nobody is known to
 * @param to who does
 */
record OwnerMoved(@Nullable String from, String to) {}
