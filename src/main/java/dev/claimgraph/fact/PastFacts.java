package dev.claimgraph.fact;

import dev.claimgraph.catalog.PastSubjects;
import dev.claimgraph.history.Between;
import dev.claimgraph.history.Change;
import dev.claimgraph.history.Past;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The door to facts as they were, each with its subject as that was; what did not exist then is left out. */
@Component
public class PastFacts {

    private final FactRepository facts;
    private final PastSubjects subjects;
    private final Past past;

    PastFacts(FactRepository facts, PastSubjects subjects, Past past) {
        this.facts = facts;
        this.subjects = subjects;
        this.past = past;
    }

    /** As they stood at a moment. @throws dev.claimgraph.shared.BadArgument for one that is yet to come */
    public Map<String, Fact> asOf(Instant moment, Collection<String> ids) {
        var logged = new HashMap<String, LoggedFact>();
        past.at(moment, ids).forEach((id, change) -> logged.put(id, LoggedFact.after(change)));
        var about = subjects.asOf(
                moment,
                logged.values().stream().map(LoggedFact::subjectId).distinct().toList());
        var decisions = facts.verifications(logged.values().stream()
                .map(LoggedFact::verificationId)
                .filter(Objects::nonNull)
                .toList());
        var found = new HashMap<String, Fact>();
        FactThen.of(logged, about, decisions).forEach((id, fact) -> found.put(id, fact.at(moment)));
        return found;
    }

    /** As they stood when the log had so many changes. */
    public Map<String, FactThen> upTo(long position, Collection<String> ids) {
        return between(position, position, ids).after();
    }

    /** The same when it had so many, and when it had more. */
    public Between<FactThen> between(long before, long after, Collection<String> ids) {
        var logged = past.between(before, after, ids).map(LoggedFact::after);
        var about = subjects.between(before, after, logged.all(fact -> Stream.of(fact.subjectId())));
        var decisions = facts.verifications(logged.all(fact -> Stream.ofNullable(fact.verificationId())));
        return new Between<>(
                FactThen.of(logged.before(), about.before(), decisions),
                FactThen.of(logged.after(), about.after(), decisions));
    }

    /** Whether a change of a fact may make a difference to what stands on it. */
    public static boolean isSeenByClaims(Change change) {
        return change.before() != null
                && !LoggedFact.of(change.before())
                        .seenByClaims()
                        .equals(LoggedFact.after(change).seenByClaims());
    }
}
