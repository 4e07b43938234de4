/** The catalog: products and the subjects that facts can be about, with their typed attributes and immutable revisions. */
@NullMarked
package dev.claimgraph.catalog;

import org.jspecify.annotations.NullMarked;
