/** A knowledge base that ties every marketing claim to a product-verified fact. */
@NullMarked
package dev.claimgraph;

import org.jspecify.annotations.NullMarked;
