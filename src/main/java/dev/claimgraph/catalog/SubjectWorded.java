package dev.claimgraph.catalog;

/** Told within the transaction that names a subject or says what it is, or says so in other words. */
public record SubjectWorded(Subject subject) {}
