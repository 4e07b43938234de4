package dev.claimgraph.exchange;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimInputs.ReviseClaim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.claim.Endings;
import dev.claimgraph.claim.Fallbacks;
import dev.claimgraph.claim.Fallbacks.SetFallback;
import dev.claimgraph.review.Reviews;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Rows of claims; they arrive as DRAFT unless an admin attests them. */
@Component
class ClaimRows extends KeyedRows<Claim, DraftClaim, ReviseClaim> {

    private final Binding binding;
    private final Claims claims;
    private final Endings endings;
    private final Fallbacks fallbacks;
    private final Reviews reviews;

    ClaimRows(Binding binding, Claims claims, Endings endings, Fallbacks fallbacks, Reviews reviews) {
        super(binding, DraftClaim.class, ReviseClaim.class);
        this.binding = binding;
        this.endings = endings;
        this.fallbacks = fallbacks;
        this.claims = claims;
        this.reviews = reviews;
    }

    @Override
    public boolean takes(RowType type) {
        return type == RowType.CLAIM;
    }

    @Override
    Map<String, Claim> present(RowType type, Collection<String> keys) {
        var found = new HashMap<>(claims.byKeys(keys));
        var others = References.ids(keys, found.keySet());
        claims.byId(others).values().stream()
                .filter(claim -> claim.key() == null)
                .forEach(claim -> found.put(claim.id(), claim));
        return found;
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
    void checkAttested(Row row, Problems problems, Coming coming) {
        if (row.attested() == null) {
            return;
        }
        var attested = AttestedClaim.read(row.attested(), binding, problems);
        if (attested != null) {
            coming.expect(row.line(), "successorId", attested.successorId());
            coming.expect(row.line(), "fallbackId", attested.fallbackId());
            if (attested.draft() != null) {
                var ofDraft = new Problems();
                claims.check(List.of(attested.draft()), List.of(ofDraft), coming::has);
                problems.addAll(ofDraft.found().stream()
                        .map(problem -> problem.under("draft").under("attested"))
                        .toList());
            }
        }
    }

    @Override
    void attest(Actor actor, Claim present, Row row) {
        var attested = row.attested() == null
                ? AttestedClaim.APPROVED
                : Objects.requireNonNull(AttestedClaim.read(row.attested(), binding, new Problems()));
        switch (attested.status()) {
            case APPROVED -> approve(actor, present, row);
            case WITHDRAWN, SUPERSEDED ->
                endings.attest(actor, present.id(), attested.successorId(), attested.reason());
            default -> {}
        }
        if (attested.fallbackId() != null) {
            fallbacks.set(actor, new SetFallback(present.id(), attested.fallbackId()));
        }
    }

    /** Approves what the row says, and writes the draft that it has beside it. */
    private void approve(Actor actor, Claim present, Row row) {
        var isServed = claims.isServed(present, Objects.requireNonNull(bindRevision(row, present, new Problems())));
        var isPending =
                present.pendingStatus() == ClaimStatus.DRAFT || present.pendingStatus() == ClaimStatus.IN_REVIEW;
        var approved = isPending && !isServed ? reviews.attest(actor, present.id(), Imports.ATTESTED) : present;
        if (row.attested() != null && row.attested().get("draft") instanceof Map<?, ?> draft) {
            var drafted = new Row(row.line(), row.type(), Row.object(draft), null);
            var revision = Objects.requireNonNull(bindRevision(drafted, approved, new Problems()));
            if (claims.changesDraft(approved, revision)) {
                claims.revise(actor, revision);
            }
        }
    }
}
