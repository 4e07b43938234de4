package dev.claimgraph.catalog;

import java.util.Collection;

/** Told within the transaction that gives subjects another owner, be it through their product, so that what stands on them follows. */
public record OwnersChanged(Collection<String> subjectIds) {}
