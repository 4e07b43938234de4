package dev.claimgraph.notice;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.claim.Reason;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Claims as they are now, read once for all who are told of one change at about the same time, and after that change. */
@Component
class Present {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final Claims claims;
    private final Facts facts;
    private final LoadingCache<Notice, Shown> shown =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build(this::read);

    Present(Claims claims, Facts facts) {
        this.claims = claims;
        this.facts = facts;
    }

    /** @param notice of a claim */
    Shown of(Notice notice) {
        return shown.get(notice);
    }

    private Shown read(Notice notice) {
        var moved = notice.data(ClaimMoved.class);
        var standsOn = facts.byId(moved.factIds());
        var reasons = moved.reasons().stream().map(why -> reason(why, standsOn)).toList();
        return new Shown(claims.byId(notice.aboutId()).orElseThrow(), reasons);
    }

    private static Reason reason(ClaimMoved.Why why, Map<String, Fact> facts) {
        return new Reason(
                why.code(),
                why.message(),
                why.at(),
                why.personId(),
                why.factId() == null ? null : facts.get(why.factId()),
                why.attribute(),
                why.before(),
                why.after(),
                why.clearedBy());
    }

    /**
     * What is shown beside a change.
     *
     * @param claim as it is now
     * @param reasons why it was not usable after the change, with their facts as they are now
     */
    record Shown(Claim claim, List<Reason> reasons) {}
}
