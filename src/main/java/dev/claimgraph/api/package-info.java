/** The plumbing of the GraphQL API: scalars, paging, batching, refetching by id and error codes. */
@NullMarked
package dev.claimgraph.api;

import org.jspecify.annotations.NullMarked;
