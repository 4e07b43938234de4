package dev.claimgraph.shared;

/** Thrown when a query's argument cannot be used; answered as BAD_REQUEST with the message. */
public class BadArgument extends RuntimeException {

    public BadArgument(String message) {
        super(message);
    }
}
