/** Finding: approved messaging by its words and by its meaning. */
@NullMarked
package dev.claimgraph.search;

import org.jspecify.annotations.NullMarked;
