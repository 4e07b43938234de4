/** Webhooks: endpoints that are told of changes, signed, in order and until they took it. */
@NullMarked
package dev.claimgraph.webhook;

import org.jspecify.annotations.NullMarked;
