package dev.claimgraph.exchange;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimInputs.ReviseClaim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.review.Reviews;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rows of claims; they arrive as DRAFT unless an admin attests them. */
@Component
class ClaimRows extends KeyedRows<Claim, DraftClaim, ReviseClaim> {

    private final Claims claims;
    private final Reviews reviews;

    ClaimRows(Binding binding, Claims claims, Reviews reviews) {
        super(binding, DraftClaim.class, ReviseClaim.class);
        this.claims = claims;
        this.reviews = reviews;
    }

    @Override
    public boolean takes(RowType type) {
        return type == RowType.CLAIM;
    }

    @Override
    Map<String, Claim> present(RowType type, Collection<String> keys) {
        return claims.byKeys(keys);
    }

    @Override
    String id(Claim present) {
        return present.id();
    }

    @Override
    long revision(Claim present) {
        return present.revision();
    }

    @Override
    List<String> onlyCreated() {
        return List.of();
    }

    @Override
    void checkCreations(Actor actor, RowType type, List<DraftClaim> inputs, List<Problems> problems, Coming coming) {
        claims.check(inputs, problems, coming::has);
    }

    @Override
    void checkRevision(Actor actor, RowType type, Claim present, ReviseClaim input, Problems problems, Coming coming) {
        claims.check(present, input, problems, coming::has);
    }

    @Override
    void create(Actor actor, RowType type, List<DraftClaim> inputs) {
        claims.draft(actor, inputs);
    }

    @Override
    boolean revise(Actor actor, RowType type, Claim present, ReviseClaim input, Row row) {
        if (!claims.changes(present, input)) {
            return false;
        }
        claims.revise(actor, input);
        return true;
    }

    @Override
    void attest(Actor actor, Claim present) {
        if (present.pendingStatus() == ClaimStatus.DRAFT || present.pendingStatus() == ClaimStatus.IN_REVIEW) {
            reviews.attest(actor, present.id(), Imports.ATTESTED);
        }
    }
}
