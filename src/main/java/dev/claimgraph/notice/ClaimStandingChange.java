package dev.claimgraph.notice;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimStanding;
import dev.claimgraph.claim.Reason;
import java.util.List;

/** What those who watch claims are told of one. */
record ClaimStandingChange(Notice notice, ClaimMoved moved, Present present) implements Told {

    public ClaimStanding from() {
        return moved.from();
    }

    public ClaimStanding to() {
        return moved.to();
    }

    public boolean wasUsable() {
        return moved.wasUsable();
    }

    public boolean usable() {
        return moved.usable();
    }

    public Claim claim() {
        return present.of(notice).claim();
    }

    public List<Reason> reasons() {
        return present.of(notice).reasons();
    }
}
