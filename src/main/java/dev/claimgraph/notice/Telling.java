package dev.claimgraph.notice;

import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.fact.PastFacts;
import dev.claimgraph.history.Change;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Commits;
import dev.claimgraph.notice.Notice.Cause;
import dev.claimgraph.shared.Id;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Works out what changed: for each commit of the change log, what was worth something else before it than after it and, for the time
 * that passed, what ran out. It goes by the log, not by what there is now, so it comes to the same however late it comes; page by page.
 */
@Component
class Telling {

    private static final int CHANGES = 200;
    private static final int CLAIMS = 500;
    private static final int CLAIM_IDS = 10_000;
    private static final int FORGOTTEN = 1_000;

    private final NoticeRepository notices;
    private final Moves moves;
    private final Commits commits;
    private final ChangeLog changes;
    private final ClaimLists claims;
    private final Notices door;
    private final NoticeMeters meters;
    private final NoticeSettings settings;
    private final Clock clock;

    Telling(
            NoticeRepository notices,
            Moves moves,
            Commits commits,
            ChangeLog changes,
            ClaimLists claims,
            Notices door,
            NoticeMeters meters,
            NoticeSettings settings,
            Clock clock) {
        this.notices = notices;
        this.moves = moves;
        this.commits = commits;
        this.changes = changes;
        this.claims = claims;
        this.door = door;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes all notices that are due. @throws NoticeRepository.LeaseLost where another instance does so by now */
    void tell() {
        var state = notices.state();
        var now = later(state.until(), clock.instant());
        if (commits.position() == state.told()
                && notices.due(state.until(), now).isEmpty()) {
            return;
        }
        var work = changes.write(() -> new Work(commits.settled(), notices.due(state.until(), now)));
        var until = tellCommits(state, work.settled(), now);
        tellTime(work.due(), new Passing(work.settled(), until, now));
        notices.advance(work.settled(), now);
        door.ring();
    }

    /** Notes how many changes are not worked out, on an instance that does not do so as well. */
    void measure() {
        meters.behind(commits.position() - notices.state().told());
    }

    /** Removes some of what was told too long ago. @return whether that was all of it */
    boolean forget() {
        return notices.forget(clock.instant().minus(settings.kept()), FORGOTTEN) < FORGOTTEN;
    }

    /**
     * A commit may span pages; it is told up to where it was read, and noted as told once it was read to its end. Before it, what ran out
     * until then is told.
     *
     * @return the moment of the last one
     */
    private Instant tellCommits(NoticeRepository.State state, long settled, Instant now) {
        var told = state.told();
        var until = state.until();
        var read = told;
        while (read < settled) {
            var page = commits.after(read, settled, CHANGES);
            read = page.getLast().position();
            var byCommit =
                    page.stream().collect(Collectors.groupingBy(Change::commit, TreeMap::new, Collectors.toList()));
            for (var commit : byCommit.entrySet()) {
                var time = new Passing(
                        told,
                        until,
                        later(until, earlier(commit.getValue().getFirst().at(), now)));
                if (time.passes()) {
                    tellTime(due(commit.getValue(), time), time);
                    until = time.upTo();
                }
                tell(commit.getValue(), new Span(told, commit.getKey(), until));
                told = commit.getKey() <= read ? commit.getKey() : told;
            }
            notices.advance(told, until);
            door.ring();
        }
        return until;
    }

    /** What may have run out: by what there is now and, of what a commit gave another time, by what there was before it. */
    private Collection<String> due(List<Change> changed, Passing time) {
        var due = new TreeSet<>(notices.due(time.after(), time.upTo()));
        due.addAll(moves.due(ids("fact", changed, change -> true), ids("claim", changed, change -> true), time));
        return due;
    }

    /** @param changed of one commit */
    private void tell(List<Change> changed, Span span) {
        var first = changed.getFirst();
        var cause = new Cause(span.after(), first.at(), first.actorId(), first.action());
        write(moves.ofFacts(ids("fact", changed, change -> true), span, cause));
        write(moves.ofReviews(changed, cause));
        write(moves.ofQuestions(changed, cause));
        write(moves.ofOwners(changed, cause));
        write(moves.ofClaims(ids("claim", changed, change -> change.before() != null), span, cause));
        onEach(ids("fact", changed, PastFacts::isSeenByClaims), page -> write(moves.ofClaims(page, span, cause)));
    }

    private void write(Collection<Notice> moved) {
        notices.write(moved);
        meters.written(moved, clock.instant());
    }

    private void tellTime(Collection<String> due, Passing time) {
        var factIds = due.stream().filter(id -> "fact".equals(Id.kindOf(id))).toList();
        var claimIds = due.stream().filter(id -> "claim".equals(Id.kindOf(id))).toList();
        inPages(factIds, page -> write(moves.ofFacts(page, time)));
        inPages(claimIds, page -> write(moves.ofClaims(page, time)));
        onEach(factIds, page -> write(moves.ofClaims(page, time)));
    }

    private static void inPages(List<String> ids, Consumer<List<String>> work) {
        for (var from = 0; from < ids.size(); from += CLAIMS) {
            work.accept(ids.subList(from, Math.min(ids.size(), from + CLAIMS)));
        }
    }

    /** Does something with all claims that stand or stood on these facts, page by page; each look for more ids goes through all of them. */
    private void onEach(List<String> factIds, Consumer<List<String>> work) {
        if (factIds.isEmpty()) {
            return;
        }
        var claimIds = claims.everOn(factIds, "", CLAIM_IDS);
        inPages(claimIds, work);
        while (claimIds.size() == CLAIM_IDS) {
            claimIds = claims.everOn(factIds, claimIds.getLast(), CLAIM_IDS);
            inPages(claimIds, work);
        }
    }

    private static List<String> ids(String kind, List<Change> changed, Predicate<Change> wanted) {
        return changed.stream()
                .filter(change -> kind.equals(Id.kindOf(change.aggregate())))
                .filter(wanted)
                .map(Change::aggregate)
                .distinct()
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * A commit.
     *
     * @param before the position before its first change
     * @param after that of its last one
     * @param moment the time that stands still meanwhile
     */
    record Span(long before, long after, Instant moment) {}

    /** Time that passes while the log is at a position: after a moment, and up to another. */
    record Passing(long position, Instant after, Instant upTo) {

        boolean holds(Instant moment) {
            return moment.isAfter(after) && !moment.isAfter(upTo);
        }

        boolean passes() {
            return upTo.isAfter(after);
        }
    }

    /** What there is to do at one moment: how far the log goes, and what may have run out. */
    private record Work(long settled, List<String> due) {}
}
