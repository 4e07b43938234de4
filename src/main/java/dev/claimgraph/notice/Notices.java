package dev.claimgraph.notice;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.claim.ClaimLists.Kept;
import dev.claimgraph.history.Commits;
import dev.claimgraph.notice.Notice.Kind;
import dev.claimgraph.shared.Bell;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to notices, for whoever hands them on. */
@Component
public class Notices {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int PAGES = 100;

    private final NoticeRepository notices;
    private final ClaimLists claims;
    private final Commits commits;
    private final Bell bell = new Bell();
    private final LoadingCache<Asked, Set<String>> among =
            Caffeine.newBuilder().maximumSize(PAGES).expireAfterWrite(FRESH).build(this::keptOf);

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
     * Those of a page that a filter of claims keeps; it keeps all that are not about one. Who watches claims of some state is told when
     * one comes to it, and when one leaves it.
     */
    public List<Notice> wanted(List<Notice> page, @Nullable ClaimFilter filter) {
        if (filter == null) {
            return page;
        }
        var byState = page.stream()
                .filter(notice -> notice.kind() != Kind.CLAIM_STANDING || keepsByState(filter, notice))
                .toList();
        var rest = filter.besideState();
        var ofClaims = byState.stream()
                .filter(notice -> notice.kind() == Kind.CLAIM_STANDING)
                .toList();
        if (rest.equals(ClaimFilter.NONE) || ofClaims.isEmpty()) {
            return byState;
        }
        var claimIds = ofClaims.stream().map(Notice::aboutId).distinct().toList();
        var kept = among.get(new Asked(rest, ofClaims.getLast().position(), claimIds));
        return byState.stream()
                .filter(notice -> notice.kind() != Kind.CLAIM_STANDING || kept.contains(notice.aboutId()))
                .toList();
    }

    private static boolean keepsByState(ClaimFilter filter, Notice notice) {
        var moved = notice.data(ClaimMoved.class);
        return filter.keepsByState(moved.statusBefore(), moved.from(), moved.wasUsable())
                || filter.keepsByState(moved.status(), moved.to(), moved.usable());
    }

    private Set<String> keptOf(Asked asked) {
        return claims.among(asked.claimIds(), asked.filter()).stream()
                .map(Kept::id)
                .collect(Collectors.toSet());
    }

    /** Waits for new ones of this instance; for so long at most, since others write too. */
    public void await(Duration most) throws InterruptedException {
        bell.await(most);
    }

    void ring() {
        bell.ring();
    }

    /**
     * What many who watch alike ask of the same page at about the same time.
     *
     * @param position of the page's last notice: what was answered before that one was there may not hold after it
     */
    private record Asked(ClaimFilter filter, long position, List<String> claimIds) {}
}
