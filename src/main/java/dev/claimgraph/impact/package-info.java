/** Impact: revises a subject and says what that makes stale, or would make stale before it is made. */
@NullMarked
package dev.claimgraph.impact;

import org.jspecify.annotations.NullMarked;
