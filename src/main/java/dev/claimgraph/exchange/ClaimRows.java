package dev.claimgraph.exchange;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimInputs.ReviseClaim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.claim.Endings;
import dev.claimgraph.claim.Fallbacks;
import dev.claimgraph.claim.Fallbacks.SetFallback;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.review.Reviews;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of claims; they arrive as DRAFT unless an admin attests them. */
@Component
class ClaimRows extends KeyedRows<Claim, DraftClaim, ReviseClaim> {

    private static final String DRAFT = "draft";
    private static final List<String> LISTS =
            List.of("factIds", "personaIds", "marketProblemIds", "competitorIds", "qualifiers", "variants");

    private final Binding binding;
    private final Everything everything;
    private final Claims claims;
    private final Endings endings;
    private final Fallbacks fallbacks;
    private final Reviews reviews;

    ClaimRows(
            Binding binding,
            Everything everything,
            Claims claims,
            Endings endings,
            Fallbacks fallbacks,
            Reviews reviews) {
        super(binding, DraftClaim.class, ReviseClaim.class);
        this.binding = binding;
        this.everything = everything;
        this.claims = claims;
        this.endings = endings;
        this.fallbacks = fallbacks;
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
    void checkRevision(Actor actor, Row row, Claim present, ReviseClaim input, Problems problems, Coming coming) {
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
        if (attested != null && attested.draft() != null) {
            problems.addAll(wrongWith(row, attested.draft(), coming));
        }
    }

    @Override
    public void check(Actor actor, List<Row> rows, List<Problems> problems, Coming coming) {
        super.check(actor, rows, problems, coming);
        expectOthers(rows, coming);
    }

    /** A successor or a fallback that is not there may be of a row anywhere in the file. */
    private void expectOthers(List<Row> rows, Coming coming) {
        var others = References.OF_ATTESTED.keySet();
        var named = rows.stream()
                .flatMap(row -> others.stream().flatMap(field -> Stream.ofNullable(attestedName(row, field))))
                .toList();
        var there = everything.names(named).keySet();
        rows.forEach(row -> others.forEach(field -> {
            var claim = attestedName(row, field);
            if (claim != null && !there.contains(claim)) {
                coming.expect(row.line(), field, claim);
            }
        }));
    }

    private static @Nullable String attestedName(Row row, String field) {
        return row.attested() != null && row.attested().get(field) instanceof String claim ? claim : null;
    }

    private List<Problem> wrongWith(Row row, DraftClaim draft, Coming coming) {
        var found = new Problems();
        checkFields(draftOf(row), found);
        if (draft.key() != null) {
            found.add(ProblemCode.INVALID, "A draft takes no key; leave it out.", "key");
        }
        claims.check(List.of(draft), List.of(found), coming::has);
        return found.found().stream()
                .map(problem -> problem.under("draft").under("attested"))
                .toList();
    }

    /** What has ended since stays so. */
    @Override
    boolean attest(Actor actor, Claim present, Row row) {
        var attested = row.attested() == null
                ? AttestedClaim.APPROVED
                : Objects.requireNonNull(AttestedClaim.read(row.attested(), binding, new Problems()));
        var hasEnded = present.status() == ClaimStatus.WITHDRAWN || present.status() == ClaimStatus.SUPERSEDED;
        var isSo = switch (attested.status()) {
            case APPROVED -> hasEnded || approve(actor, present, row, attested.draft() != null);
            case WITHDRAWN, SUPERSEDED -> {
                if (!hasEnded) {
                    endings.attest(actor, present.id(), attested.successorId(), attested.reason());
                }
                yield true;
            }
            default -> true;
        };
        if (attested.fallbackId() != null) {
            fallbacks.set(actor, new SetFallback(present.id(), attested.fallbackId()));
        }
        return isSo;
    }

    /**
     * Approves what the row says, and writes the draft that it has beside it.
     *
     * @return false where it was approved elsewhere, and a fact that it stands on is not VERIFIED any more
     */
    private boolean approve(Actor actor, Claim present, Row row, boolean hasDraft) {
        var isServed = claims.isServed(present, Objects.requireNonNull(bindRevision(row, present, new Problems())));
        var isPending =
                present.pendingStatus() == ClaimStatus.DRAFT || present.pendingStatus() == ClaimStatus.IN_REVIEW;
        if (row.attested() != null
                && !isServed
                && present.facts().stream().anyMatch(fact -> fact.standing() != FactStanding.VERIFIED)) {
            return false;
        }
        var approved = isPending && !isServed ? reviews.attest(actor, present.id(), Imports.ATTESTED) : present;
        if (hasDraft) {
            var revision = Objects.requireNonNull(bindRevision(whole(draftOf(row)), approved, new Problems()));
            if (claims.changesDraft(approved, revision)) {
                claims.revise(actor, revision);
            }
        }
        return true;
    }

    private static Row draftOf(Row row) {
        var draft = (Map<?, ?>)
                Objects.requireNonNull(Objects.requireNonNull(row.attested()).get(DRAFT));
        return new Row(row.line(), row.type(), Row.object(draft), null);
    }

    /** With nothing where a draft has nothing: as a revision, it would leave that as it is. */
    private static Row whole(Row draft) {
        var fields = new HashMap<>(draft.fields());
        LISTS.forEach(list -> fields.putIfAbsent(list, List.of()));
        fields.putIfAbsent("expiresAt", null);
        return new Row(draft.line(), draft.type(), fields, null);
    }
}
