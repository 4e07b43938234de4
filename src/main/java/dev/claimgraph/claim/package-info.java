/** Claims: what marketing says, the facts it stands on, and so whether it may be said now and why. */
@NullMarked
package dev.claimgraph.claim;

import org.jspecify.annotations.NullMarked;
