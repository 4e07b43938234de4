package dev.claimgraph.notice;

import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.history.Commits;
import dev.claimgraph.notice.Notice.Kind;
import dev.claimgraph.shared.Bell;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to notices, for whoever hands them on. */
@Component
public class Notices {

    private final NoticeRepository notices;
    private final ClaimLists claims;
    private final Commits commits;
    private final Bell bell = new Bell();

    Notices(NoticeRepository notices, ClaimLists claims, Commits commits) {
        this.notices = notices;
        this.claims = claims;
        this.commits = commits;
    }

    /** That of the last one. */
    long position() {
        return notices.state().position();
    }

    /** Where to begin, to be told of all that changes from now on. */
    public Place now() {
        return new Place(position(), commits.position());
    }

    /** Those after a position, in their order. */
    public List<Notice> after(long position, int limit) {
        return notices.after(position, limit);
    }

    /** By position; those that are no longer kept are left out. */
    public Map<Long, Notice> byPosition(Collection<Long> positions) {
        return notices.at(positions).stream().collect(Collectors.toMap(Notice::position, Function.identity()));
    }

    /**
     * Whether a filter of claims keeps it; it keeps all that is not about one. Who watches claims of some state is told when one comes to
     * it, and when one leaves it.
     */
    public boolean isWanted(Notice notice, @Nullable ClaimFilter filter) {
        if (filter == null || notice.kind() != Kind.CLAIM_STANDING) {
            return true;
        }
        var moved = notice.data(ClaimMoved.class);
        if (!filter.keepsByState(moved.statusBefore(), moved.from(), moved.wasUsable())
                && !filter.keepsByState(moved.status(), moved.to(), moved.usable())) {
            return false;
        }
        var rest = filter.besideState();
        return rest.equals(ClaimFilter.NONE)
                || !claims.among(List.of(notice.aboutId()), rest).isEmpty();
    }

    /** Waits for new ones of this instance; for so long at most, since others write too. */
    public void await(Duration most) throws InterruptedException {
        bell.await(most);
    }

    void ring() {
        bell.ring();
    }
}
