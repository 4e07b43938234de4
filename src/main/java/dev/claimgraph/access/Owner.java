package dev.claimgraph.access;

import dev.claimgraph.shared.Identified;

/** Who answers for a product or a subject. */
public sealed interface Owner extends Identified permits Person, Team {

    String name();
}
