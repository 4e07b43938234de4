/** What leaves the graph whole: evidence packs. */
@NullMarked
package dev.claimgraph.exchange;

import org.jspecify.annotations.NullMarked;
