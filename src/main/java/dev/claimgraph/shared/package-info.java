/** The few small types that every module speaks: ids, the actor, problems and fingerprints. */
@NullMarked
package dev.claimgraph.shared;

import org.jspecify.annotations.NullMarked;
