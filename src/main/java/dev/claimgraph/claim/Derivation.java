package dev.claimgraph.claim;

import static dev.claimgraph.claim.Reason.ClearingAction.APPROVE_CLAIM;
import static dev.claimgraph.claim.Reason.ClearingAction.REAFFIRM_CLAIM;
import static dev.claimgraph.claim.Reason.ClearingAction.REVERT_SUBJECT;
import static dev.claimgraph.claim.Reason.ClearingAction.REVISE_CLAIM;
import static dev.claimgraph.claim.Reason.ClearingAction.VERIFY_FACT;

import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.fact.Moved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a claim from the facts it stands on, at one moment; nothing of it is ever stored.
 *
 * @param reasons why it is not usable; empty where it is
 */
record Derivation(ClaimStanding standing, List<Reason> reasons) {

    /** Of an approved claim that nothing speaks against. */
    static final Derivation USABLE = new Derivation(ClaimStanding.CURRENT, List.of());

    static Derivation of(ClaimStatus status, Written written, ClaimContent content, List<Link> links, Instant now) {
        var facts = links.stream().map(Link::fact).toList();
        var unmet = KindDemand.unmet(content.kind(), facts, content.competitorIds());
        var isExpired = content.expiresAt() != null && !now.isBefore(content.expiresAt());
        var reasons = new ArrayList<Reason>();
        ofStatus(status, written, reasons);
        if (isExpired) {
            var message = "The claim expired; revise it with another date.";
            reasons.add(Reason.of(Reason.Code.EXPIRED, message, content.expiresAt(), null, REVISE_CLAIM));
        }
        unmet.forEach(demand -> reasons.add(ofDemand(demand, facts)));
        links.forEach(link -> ofLink(link).forEach(reasons::add));
        return new Derivation(standing(isExpired, unmet, links), List.copyOf(reasons));
    }

    private static ClaimStanding standing(boolean isExpired, List<KindDemand> unmet, List<Link> links) {
        if (isExpired) {
            return ClaimStanding.EXPIRED;
        }
        if (links.stream().anyMatch(link -> link.state() == Link.State.BROKEN)) {
            return ClaimStanding.BROKEN;
        }
        if (!unmet.isEmpty() || links.stream().anyMatch(link -> link.fact().standing() == FactStanding.UNVERIFIED)) {
            return ClaimStanding.UNSUPPORTED;
        }
        return links.stream().anyMatch(link -> link.state() == Link.State.SUSPECT)
                ? ClaimStanding.STALE
                : ClaimStanding.CURRENT;
    }

    private static void ofStatus(ClaimStatus status, Written written, List<Reason> reasons) {
        var at = written.at();
        var by = written.personId();
        var why = written.reason() == null ? "" : " Why: " + written.reason();
        switch (status) {
            case APPROVED -> {}
            case DRAFT, IN_REVIEW -> {
                var next = "somebody who did not write it has to approve it";
                var message = status == ClaimStatus.DRAFT
                        ? "The claim is DRAFT; once submitted, " + next + "."
                        : "The claim is IN_REVIEW; " + next + ".";
                reasons.add(Reason.of(Reason.Code.NOT_APPROVED, message + why, at, by, APPROVE_CLAIM));
            }
            case REJECTED -> {
                var message = "The claim was rejected; once revised, it can be submitted again.";
                reasons.add(Reason.of(Reason.Code.NOT_APPROVED, message + why, at, by, REVISE_CLAIM));
            }
            case WITHDRAWN ->
                reasons.add(Reason.of(Reason.Code.WITHDRAWN, "The claim was withdrawn." + why, at, by, null));
            case SUPERSEDED ->
                reasons.add(Reason.of(Reason.Code.SUPERSEDED, "Another claim took its place." + why, at, by, null));
        }
    }

    /** A demand that a feature's lifecycle leaves unmet came to be with that. */
    private static Reason ofDemand(KindDemand demand, List<Fact> facts) {
        var since = facts.stream()
                .filter(fact -> demand == KindDemand.TO_BE_HAD && KindDemand.isNotToBeHad(fact))
                .flatMap(fact -> Stream.ofNullable(fact.lifecycleSince()))
                .findFirst();
        return Reason.of(
                Reason.Code.KIND_DEMAND,
                demand.sentence(),
                since.map(Fact.Written::at).orElse(null),
                since.map(Fact.Written::personId).orElse(null),
                REVISE_CLAIM);
    }

    private static Stream<Reason> ofLink(Link link) {
        var fact = link.fact();
        return switch (fact.standing()) {
            case RETRACTED -> {
                var retraction = Objects.requireNonNull(fact.retraction());
                var message = "The fact was retracted: " + retraction.reason();
                yield Stream.of(Reason.of(
                        Reason.Code.FACT_RETRACTED,
                        fact,
                        message,
                        retraction.at(),
                        retraction.personId(),
                        REVISE_CLAIM));
            }
            case DISPUTED -> {
                var decision = Objects.requireNonNull(fact.verification());
                var message = "The fact is disputed" + (decision.note() == null ? "." : ": " + decision.note());
                yield Stream.of(Reason.of(
                        Reason.Code.FACT_DISPUTED,
                        fact,
                        message,
                        decision.at(),
                        decision.by().id(),
                        VERIFY_FACT));
            }
            case CONTRADICTED -> Stream.of(ofContradiction(fact));
            case UNVERIFIED ->
                Stream.of(Reason.of(
                        Reason.Code.FACT_UNVERIFIED,
                        fact,
                        "Nobody has verified the fact yet.",
                        fact.recorded().at(),
                        fact.recorded().personId(),
                        VERIFY_FACT));
            case SUSPECT -> ofSuspicion(fact);
            case LAPSED -> {
                var until = Objects.requireNonNull(fact.verification()).validUntil();
                var message = "The fact's verification ran out; it has to be verified again.";
                yield Stream.of(Reason.of(Reason.Code.FACT_LAPSED, fact, message, until, null, VERIFY_FACT));
            }
            case VERIFIED -> link.isReworded() ? Stream.of(ofRewording(fact)) : Stream.empty();
        };
    }

    /** The value may be missing where the fact was read while somebody wrote it. */
    private static Reason ofContradiction(Fact fact) {
        var check = Objects.requireNonNull(fact.check());
        var fails = "The check %s fails".formatted(check.display());
        return fact.moved().stream()
                .filter(moved -> moved.attribute().equals(check.attribute()))
                .findFirst()
                .map(moved -> moved(
                        Reason.Code.FACT_CONTRADICTED,
                        fact,
                        "%s: it is %s.".formatted(fails, written(moved.after())),
                        moved,
                        REVERT_SUBJECT))
                .orElseGet(
                        () -> Reason.of(Reason.Code.FACT_CONTRADICTED, fact, fails + ".", null, null, REVERT_SUBJECT));
    }

    /** What moved and, where that is not all of it, the fact itself; neither may be there in the midst of a write. */
    private static Stream<Reason> ofSuspicion(Fact fact) {
        var moved = fact.moved().stream()
                .map(entry -> moved(
                        Reason.Code.FACT_SUSPECT,
                        fact,
                        "%s was %s when the fact was verified, and is %s."
                                .formatted(entry.attribute(), written(entry.before()), written(entry.after())),
                        entry,
                        VERIFY_FACT));
        if (fact.contentLeft() == null && !fact.moved().isEmpty()) {
            return moved;
        }
        var revised = Objects.requireNonNullElse(fact.contentLeft(), fact.revised());
        var message = "What the fact says or is judged on is not what was verified.";
        var itself = Reason.of(Reason.Code.FACT_SUSPECT, fact, message, revised.at(), revised.personId(), VERIFY_FACT);
        return Stream.concat(Stream.of(itself), moved);
    }

    private static Reason ofRewording(Fact fact) {
        return Reason.of(
                Reason.Code.FACT_REWORDED,
                fact,
                "The fact now reads: " + fact.statement(),
                fact.reworded().at(),
                fact.reworded().personId(),
                REAFFIRM_CLAIM);
    }

    private static Reason moved(
            Reason.Code code, Fact fact, String message, Moved moved, Reason.ClearingAction clearedBy) {
        return new Reason(
                code,
                message,
                moved.at(),
                moved.personId(),
                fact,
                moved.attribute(),
                moved.before(),
                moved.after(),
                clearedBy);
    }

    private static String written(@Nullable String value) {
        return value == null ? "not there" : value;
    }
}
