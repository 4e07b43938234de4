package dev.claimgraph.shared;

/** Something that can be read again by its id, and has a history. */
public interface Identified {

    String id();
}
