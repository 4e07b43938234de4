package dev.claimgraph.shared;

/** Something that says which type of the schema it is, where its class serves several. */
public interface Typed {

    String typename();
}
