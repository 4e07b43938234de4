/** The append-only log of every write, what makes a write whole (one transaction, retried, logged last), and what one instance does at a time. */
@NullMarked
package dev.claimgraph.history;

import org.jspecify.annotations.NullMarked;
