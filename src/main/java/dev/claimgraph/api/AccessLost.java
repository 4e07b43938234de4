package dev.claimgraph.api;

/** Ends a subscription whose caller may no longer read what it sends. */
public class AccessLost extends RuntimeException {

    public AccessLost() {
        super("You may no longer read this.");
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
