/** Who is calling and what they may do. */
@NullMarked
package dev.claimgraph.access;

import org.jspecify.annotations.NullMarked;
