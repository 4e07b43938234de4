package dev.claimgraph.shared;

/** Thrown when the caller may not do what it asked for; answered as FORBIDDEN without telling more. */
public class Forbidden extends RuntimeException {

    public Forbidden() {
        super("You may not do this.");
    }
}
