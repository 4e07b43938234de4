/** Areas, who decides in each, and what anyone offers to know about them. */
@NullMarked
package dev.claimgraph.contribution;

import org.jspecify.annotations.NullMarked;
