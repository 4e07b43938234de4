/** Copy check: draft copy held against the library of claims. */
@NullMarked
package dev.claimgraph.copycheck;

import org.jspecify.annotations.NullMarked;
