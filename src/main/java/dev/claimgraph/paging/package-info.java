/** Pages of lists as Relay has them: keyset cursors that stay where they are while others write. */
@NullMarked
package dev.claimgraph.paging;

import org.jspecify.annotations.NullMarked;
