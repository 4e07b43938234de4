package dev.claimgraph.shared;

import java.util.List;

/** What a mutation answers: what it wrote, or why it wrote nothing. */
public interface Payload {

    /** Empty where it was done. */
    List<Problem> problems();
}
