package dev.claimgraph.catalog;

import dev.claimgraph.shared.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Has the facts about a subject move with it. */
public interface SubjectFollower {

    /** Locks a subject for the open transaction, and reads with it those of its facts that a revision may move; empty where it is not there. */
    Optional<Locked> lock(String subjectId, ReviseSubject input);

    /** @param facts those that may move */
    record Locked(Subject subject, Facts facts) {}

    /** Some facts about a subject. */
    @FunctionalInterface
    interface Facts {

        /**
         * Works out which of them move with a revision, and notes that; called before it is written.
         *
         * @return what to set of those, by their ids; it is written with the subject
         */
        SortedMap<String, Map<String, Object>> follow(Subject after, Actor by);
    }
}
