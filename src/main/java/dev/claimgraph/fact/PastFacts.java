package dev.claimgraph.fact;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.claimgraph.catalog.PastSubjects;
import dev.claimgraph.history.Between;
import dev.claimgraph.history.Change;
import dev.claimgraph.history.Deadline;
import dev.claimgraph.history.Past;
import dev.claimgraph.history.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The door to facts as they were, each with its subject as that was; what did not exist then is left out. */
@Component
public class PastFacts {

    private static final int DECISIONS = 10_000;

    /** A decision stays as it is; who took it may be renamed, or forgotten. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final FactRepository facts;
    private final PastSubjects subjects;
    private final Past past;
    private final LoadingCache<String, Verification> decisions;

    PastFacts(FactRepository facts, PastSubjects subjects, Past past) {
        this.facts = facts;
        this.subjects = subjects;
        this.past = past;
        this.decisions = Caffeine.newBuilder()
                .maximumSize(DECISIONS)
                .expireAfterWrite(KEPT)
                .build(CacheLoader.<String, Verification>bulk(ids -> facts.verifications(List.copyOf(ids))));
    }

    /** As they stood at a moment. @throws dev.claimgraph.shared.BadArgument for one that is yet to come */
    public Map<String, Fact> asOf(Instant moment, Collection<String> ids) {
        var logged = new HashMap<String, LoggedFact>();
        past.at(moment, ids).forEach((id, change) -> logged.put(id, LoggedFact.after(change)));
        var about = subjects.asOf(
                moment,
                logged.values().stream().map(LoggedFact::subjectId).distinct().toList());
        var decided = facts.verifications(logged.values().stream()
                .map(LoggedFact::verificationId)
                .filter(Objects::nonNull)
                .toList());
        var found = new HashMap<String, Fact>();
        FactThen.of(logged, about, decided).forEach((id, fact) -> found.put(id, fact.at(moment)));
        return found;
    }

    /** As they stood when the log had so many changes, and when it had more. */
    public Between<FactThen> between(Stretch stretch, long before, long after, Collection<String> ids) {
        var logged = stretch.between(before, after, ids).map(LoggedFact::after);
        var about = subjects.between(stretch, before, after, logged.all(fact -> Stream.of(fact.subjectId())));
        var decided = decisions.getAll(logged.all(fact -> Stream.ofNullable(fact.verificationId())));
        return new Between<>(
                FactThen.of(logged.before(), about.before(), decided),
                FactThen.of(logged.after(), about.after(), decided));
    }

    /** When the verifications that facts had before these changes run out. */
    public List<Deadline> deadlines(Collection<Change> changed) {
        var facts = new HashMap<String, String>();
        for (var change : changed) {
            var before = change.before();
            var decision = before == null ? null : LoggedFact.of(before).verificationId();
            if (decision != null) {
                facts.put(decision, change.aggregate());
            }
        }
        var deadlines = new ArrayList<Deadline>();
        decisions.getAll(facts.keySet()).forEach((id, decision) -> {
            if (decision.validUntil() != null) {
                deadlines.add(new Deadline(Objects.requireNonNull(facts.get(id)), decision.validUntil()));
            }
        });
        return deadlines;
    }

    /** Whether a change of a fact may make a difference to what stands on it. */
    public static boolean isSeenByClaims(Change change) {
        return change.before() != null
                && !LoggedFact.of(change.before())
                        .seenByClaims()
                        .equals(LoggedFact.after(change).seenByClaims());
    }
}
