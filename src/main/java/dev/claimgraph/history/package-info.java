/** The append-only log of every write, and what makes a write whole: one transaction, retried, logged last. */
@NullMarked
package dev.claimgraph.history;

import org.jspecify.annotations.NullMarked;
