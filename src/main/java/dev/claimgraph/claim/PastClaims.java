package dev.claimgraph.claim;

import dev.claimgraph.catalog.PastSubjects;
import dev.claimgraph.fact.PastFacts;
import dev.claimgraph.history.Between;
import dev.claimgraph.history.Change;
import dev.claimgraph.history.Deadline;
import dev.claimgraph.history.Past;
import dev.claimgraph.history.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door to claims as they were, with all that they stood on; what did not exist then is left out. */
@Component
public class PastClaims {

    private final PastFacts facts;
    private final PastSubjects subjects;
    private final Past past;

    PastClaims(PastFacts facts, PastSubjects subjects, Past past) {
        this.facts = facts;
        this.subjects = subjects;
        this.past = past;
    }

    /** As they stood at a moment. @throws dev.claimgraph.shared.BadArgument for one that is yet to come */
    public Map<String, Claim> asOf(Instant moment, Collection<String> ids) {
        var logged = new HashMap<String, LoggedClaim>();
        past.at(moment, ids).forEach((id, change) -> logged.put(id, LoggedClaim.after(change)));
        var contents = logged.values().stream().map(LoggedClaim::content).toList();
        var standOn = facts.asOf(
                moment,
                contents.stream()
                        .flatMap(content -> content.factIds().stream())
                        .distinct()
                        .toList());
        var around = subjects.asOf(
                moment,
                contents.stream().flatMap(ClaimContent::subjectIds).distinct().toList());
        var found = new HashMap<String, Claim>();
        logged.forEach((id, claim) -> found.put(id, claim.claim(id, standOn, around, moment)));
        return found;
    }

    public Optional<Claim> asOf(Instant moment, String id) {
        return Optional.ofNullable(asOf(moment, List.of(id)).get(id));
    }

    /** As they stood when the log had so many changes, and when it had more. */
    public Between<ClaimThen> between(Stretch stretch, long before, long after, Collection<String> ids) {
        var logged = stretch.between(before, after, ids).map(LoggedClaim::after);
        var standOn = facts.between(stretch, before, after, logged.all(claim -> claim.content().factIds().stream()));
        return new Between<>(
                ClaimThen.of(logged.before(), standOn.before()), ClaimThen.of(logged.after(), standOn.after()));
    }

    /** When the claims, as they were before these changes, expire. */
    public List<Deadline> deadlines(Collection<Change> changed) {
        var deadlines = new ArrayList<Deadline>();
        for (var change : changed) {
            var before = change.before();
            var expiresAt =
                    before == null ? null : LoggedClaim.of(before).content().expiresAt();
            if (expiresAt != null) {
                deadlines.add(new Deadline(change.aggregate(), expiresAt));
            }
        }
        return deadlines;
    }
}
