/** Facts: what product owners verify, what each was judged on, and so what each is worth now. */
@NullMarked
package dev.claimgraph.fact;

import org.jspecify.annotations.NullMarked;
