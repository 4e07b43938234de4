/** What comes into the graph in files and leaves it whole: imports and evidence packs. */
@NullMarked
package dev.claimgraph.exchange;

import org.jspecify.annotations.NullMarked;
