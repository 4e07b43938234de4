package dev.claimgraph.catalog;

import dev.claimgraph.shared.Actor;

/** Told within the transaction that revises a subject, so that what stands on it moves with it. */
public record SubjectRevised(Subject before, Subject after, Actor by) {}
