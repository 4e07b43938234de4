package dev.claimgraph.notice;

import dev.claimgraph.api.InFlight;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.claim.PastClaims;
import dev.claimgraph.fact.PastFacts;
import dev.claimgraph.history.Change;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Commits;
import dev.claimgraph.history.Deadline;
import dev.claimgraph.history.Past;
import dev.claimgraph.history.Stretch;
import dev.claimgraph.notice.Notice.Cause;
import dev.claimgraph.shared.Id;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int FORGOTTEN = 10_000;

    private final NoticeRepository notices;
    private final Moves moves;
    private final Commits commits;
    private final ChangeLog changes;
    private final Past past;
    private final PastFacts facts;
    private final PastClaims claims;
    private final ClaimLists lists;
    private final Notices door;
    private final NoticeMeters meters;
    private final NoticeSettings settings;
    private final InFlight inFlight;
    private final Clock clock;

    Telling(
            NoticeRepository notices,
            Moves moves,
            Commits commits,
            ChangeLog changes,
            Past past,
            PastFacts facts,
            PastClaims claims,
            ClaimLists lists,
            Notices door,
            NoticeMeters meters,
            NoticeSettings settings,
            InFlight inFlight,
            Clock clock) {
        this.notices = notices;
        this.moves = moves;
        this.commits = commits;
        this.changes = changes;
        this.past = past;
        this.facts = facts;
        this.claims = claims;
        this.lists = lists;
        this.door = door;
        this.meters = meters;
        this.settings = settings;
        this.inFlight = inFlight;
        this.clock = clock;
    }

    /** Writes all notices that are due. @throws NoticeRepository.LeaseLost where another instance does so by now */
    void tell() {
        var state = notices.state();
        var now = later(state.until(), clock.instant());
        if (commits.position() > state.told()
                || !notices.due(state.until(), now).isEmpty()) {
            new Run(state, changes.write(() -> work(state))).tell();
        }
    }

    /** What there is to do, at a moment at which nothing is written. */
    private Work work(NoticeRepository.State state) {
        var settled = commits.settled();
        var now = later(state.until(), clock.instant());
        return new Work(settled, now, notices.due(state.until(), now));
    }

    /** Notes how many changes are not worked out, on an instance that does not do so as well. */
    void measure() {
        meters.behind(commits.position() - notices.state().told());
    }

    /** Removes some of what was told too long ago. @return whether there was any */
    boolean forget() {
        return notices.forget(clock.instant().minus(settings.kept()), FORGOTTEN) > 0;
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
        var claimIds = lists.everOn(factIds, "", CLAIM_IDS);
        inPages(claimIds, work);
        while (claimIds.size() == CLAIM_IDS) {
            claimIds = lists.everOn(factIds, claimIds.getLast(), CLAIM_IDS);
            inPages(claimIds, work);
        }
    }

    private static Stream<Change> of(String kind, List<Change> changed) {
        return changed.stream().filter(change -> kind.equals(Id.kindOf(change.aggregate())));
    }

    private static List<String> ids(Stream<Change> changed) {
        return changed.map(Change::aggregate).distinct().toList();
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
    record Span(Stretch stretch, long before, long after, Instant moment) {}

    /** Time that passes while the log is at a position: after a moment, and up to another. */
    record Passing(Stretch stretch, long position, Instant after, Instant upTo) {}

    /**
     * What there is to do at one moment.
     *
     * @param settled how far the log goes
     * @param due what runs out until then, of what there is
     */
    private record Work(long settled, Instant now, List<Deadline> due) {}

    /** Tells of what came behind what was told, up to a moment. */
    private final class Run {

        private final long settled;
        private final Instant now;
        private final Due due;
        private final Pace pace = new Pace(inFlight::isBusy);
        private final Batch batch;
        private final List<Change> first;
        private long told;
        private Instant until;

        private Run(NoticeRepository.State state, Work work) {
            this.settled = work.settled();
            this.now = work.now();
            this.due = new Due(state.until(), now);
            this.batch = new Batch(notices, meters, clock, notices.ahead(state));
            this.told = state.told();
            this.until = state.until();
            this.first = next(told);
            due.add(work.due());
        }

        /** Each page is noted as told by itself, but for the last one: that is noted with the time that passed since. */
        private void tell() {
            findDue();
            var page = first;
            while (!page.isEmpty()) {
                tell(page);
                page = next(page.getLast().position());
                if (!page.isEmpty()) {
                    end();
                    meters.behind(commits.position() - told);
                }
            }
            told = settled;
            tellTime(past.stretch(settled, List.of()), now);
            end();
        }

        /** Finds what may have run out of what there was before each of the commits. */
        private void findDue() {
            var page = first;
            while (!page.isEmpty()) {
                due.add(facts.deadlines(of("fact", page).toList()));
                due.add(claims.deadlines(of("claim", page).toList()));
                notices.keepLease();
                page = next(page.getLast().position());
            }
        }

        private List<Change> next(long read) {
            return read < settled ? commits.after(read, settled, CHANGES) : List.of();
        }

        private void add(List<Notice> more) {
            batch.add(more);
            pace.rest();
        }

        private void end() {
            batch.end(told, until);
            door.ring();
            pace.rest();
        }

        /**
         * A commit may span pages; it is told up to where it was read, and noted as told once it was read to its end. Before it, what ran
         * out until then is told.
         */
        private void tell(List<Change> page) {
            var stretch = past.stretch(page.getFirst().position() - 1, page);
            var byCommit =
                    page.stream().collect(Collectors.groupingBy(Change::commit, TreeMap::new, Collectors.toList()));
            byCommit.forEach((commit, changed) -> {
                tellTime(stretch, earlier(changed.getFirst().at(), now));
                tellCommit(changed, new Span(stretch, told, commit, until));
                told = commit <= page.getLast().position() ? commit : told;
            });
        }

        private void tellCommit(List<Change> changed, Span span) {
            var first = changed.getFirst();
            var cause = new Cause(span.after(), first.at(), first.actorId(), first.action());
            add(moves.ofFacts(ids(of("fact", changed)), span, cause));
            add(moves.ofReviews(changed, cause));
            add(moves.ofQuestions(changed, cause));
            add(moves.ofOwners(changed, cause));
            add(moves.ofClaims(ids(of("claim", changed).filter(change -> change.before() != null)), span, cause));
            onEach(
                    ids(of("fact", changed).filter(PastFacts::isSeenByClaims)),
                    page -> add(moves.ofClaims(page, span, cause)));
        }

        /** Lets time pass up to a moment, unless it is there. */
        private void tellTime(Stretch stretch, Instant moment) {
            var time = new Passing(stretch, told, until, later(until, moment));
            var factIds = due.in(time, "fact");
            var claimIds = due.in(time, "claim");
            inPages(factIds, page -> add(moves.ofFacts(page, time)));
            inPages(claimIds, page -> add(moves.ofClaims(page, time)));
            onEach(factIds, page -> add(moves.ofClaims(page, time)));
            until = time.upTo();
        }
    }
}
