/** Tells of what changed: subscriptions and webhooks, worked out from the change log. */
@NullMarked
package dev.claimgraph.notice;

import org.jspecify.annotations.NullMarked;
