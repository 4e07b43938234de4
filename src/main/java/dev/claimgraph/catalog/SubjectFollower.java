package dev.claimgraph.catalog;

import dev.claimgraph.shared.Actor;
import java.util.Map;
import java.util.SortedMap;

/** Has the facts about a subject move with it. */
public interface SubjectFollower {

    /**
     * Called within the transaction that revises a subject, once that is locked and before it is written.
     *
     * @return what to set of the facts that move, by their ids; it is written with the subject
     */
    SortedMap<String, Map<String, Object>> follow(Subject before, Subject after, Actor by);
}
