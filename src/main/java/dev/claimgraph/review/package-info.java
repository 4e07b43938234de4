/** Sign-off that settles facts, not style: reviews with their findings, and the rules that an approval has to meet. */
@NullMarked
package dev.claimgraph.review;

import org.jspecify.annotations.NullMarked;
