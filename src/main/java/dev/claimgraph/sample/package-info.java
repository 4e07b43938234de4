/** The sample company: loaded into an empty graph through the same doors as users' data, so that it is never wrong. */
@NullMarked
package dev.claimgraph.sample;

import org.jspecify.annotations.NullMarked;
