package dev.claimgraph.contribution;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.contribution.Contribution.Decided;
import dev.claimgraph.contribution.ContributionInputs.AcceptContribution;
import dev.claimgraph.contribution.ContributionInputs.Contribute;
import dev.claimgraph.contribution.ContributionInputs.DeclineContribution;
import dev.claimgraph.contribution.ContributionInputs.WithdrawContribution;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Forbidden;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to contributions: everyone offers what they know, the steward of its area takes it or declines it. */
@Component
class Contributions {

    static final String KIND = "contribution";

    private static final String DECIDERS = "only the steward of its area may, or an ADMIN";

    private final ContributionRepository contributions;
    private final Areas areas;
    private final Acceptance acceptance;
    private final Subjects subjects;
    private final Facts facts;
    private final ChangeLog changes;
    private final Repeats repeats;
    private final Clock clock;

    Contributions(
            ContributionRepository contributions,
            Areas areas,
            Acceptance acceptance,
            Subjects subjects,
            Facts facts,
            ChangeLog changes,
            Repeats repeats,
            Clock clock) {
        this.contributions = contributions;
        this.areas = areas;
        this.acceptance = acceptance;
        this.subjects = subjects;
        this.facts = facts;
        this.changes = changes;
        this.repeats = repeats;
        this.clock = clock;
    }

    Map<String, Contribution> byId(Collection<String> ids) {
        return contributions.byId(ids);
    }

    /**
     * For everyone.
     *
     * @throws Refusal for anything wrong with the input, a subject or a fact that is not there, a retracted fact
     */
    Contribution offer(Actor actor, Contribute input) {
        return changes.write(() -> repeats.once(
                actor, "contribute", input.idempotencyKey(), input, () -> insert(actor, input), this::present));
    }

    /**
     * Makes it what it offers. For those who decide in its area, product owners or not.
     *
     * @throws Refusal with WRONG_STATUS where it was decided on before, and for whatever the thing itself is refused for
     */
    Contribution accept(Actor actor, AcceptContribution input) {
        return changes.write(() -> {
            var before = undecided(input.contributionId(), offered -> decides(actor, offered), DECIDERS);
            var problems = new Problems();
            var note = problems.optionalText(input.note(), Problems.LONG_TEXT, "note");
            input.fit(before.kind(), problems);
            var becameId = acceptance.become(actor, before, input, problems);
            problems.refuse();
            return decide(actor, "acceptContribution", before, ContributionStatus.ACCEPTED, note, becameId);
        });
    }

    /**
     * For those who decide in its area.
     *
     * @throws Refusal without a reason, or with WRONG_STATUS where it was decided on before
     */
    Contribution decline(Actor actor, DeclineContribution input) {
        return changes.write(() -> {
            var before = undecided(input.contributionId(), offered -> decides(actor, offered), DECIDERS);
            var problems = new Problems();
            var reason = problems.text(input.reason(), Problems.LONG_TEXT, "reason");
            problems.refuse();
            return decide(actor, "declineContribution", before, ContributionStatus.DECLINED, reason, null);
        });
    }

    /** For whoever offered it. @throws Refusal with WRONG_STATUS where it was decided on before */
    Contribution withdraw(Actor actor, WithdrawContribution input) {
        return changes.write(() -> {
            var before = undecided(
                    input.contributionId(),
                    offered -> offered.personId().equals(actor.id()),
                    "only whoever offered it may");
            return decide(actor, "withdrawContribution", before, ContributionStatus.WITHDRAWN, null, null);
        });
    }

    private Contribution insert(Actor actor, Contribute input) {
        var problems = new Problems();
        var content = input.content(problems);
        var about = about(input, problems);
        problems.refuse();
        var kind = AreaKind.of(about == null ? SubjectType.MARKET_PROBLEM : about.type());
        var productId = about == null ? null : about.productId();
        var offered = new Contribution(
                Id.next(KIND),
                input.kind(),
                ContributionStatus.OFFERED,
                content,
                productId,
                areas.responsible(kind, productId).id(),
                actor.id(),
                clock.instant(),
                null,
                null);
        contributions.offer(offered);
        changes.record(actor, "contribute", offered.id(), null, offered.state(), touched(offered));
        return offered;
    }

    /** The subject that it concerns, be it by a fact; null for a market problem, which is yet to be. */
    private @Nullable Subject about(Contribute input, Problems problems) {
        if (input.kind().becomesFact()) {
            return subject(input, problems);
        }
        return input.kind() == ContributionKind.EVIDENCE ? subjectOfFact(input.factId(), problems) : null;
    }

    private @Nullable Subject subject(Contribute input, Problems problems) {
        var id = input.subjectId();
        if (!problems.id(id, input.kind().subjectKinds(), "subjectId")) {
            return null;
        }
        var subject = subjects.byId(List.of(Objects.requireNonNull(id))).get(id);
        if (subject == null) {
            problems.add(ProblemCode.NOT_FOUND, "There is no subject %s.".formatted(id), "subjectId");
        }
        return subject;
    }

    private @Nullable Subject subjectOfFact(@Nullable String id, Problems problems) {
        if (!problems.id(id, List.of("fact"), "factId")) {
            return null;
        }
        var fact = facts.byId(List.of(Objects.requireNonNull(id))).get(id);
        if (fact == null) {
            problems.add(ProblemCode.NOT_FOUND, "There is no fact %s.".formatted(id), "factId");
        } else if (fact.retraction() != null) {
            problems.add(ProblemCode.WRONG_STATUS, "The fact is retracted.", "factId");
        }
        return fact == null ? null : fact.subject();
    }

    private boolean decides(Actor actor, Contribution offered) {
        return Objects.requireNonNull(areas.byId(List.of(offered.areaId())).get(offered.areaId()))
                .isDecidedBy(actor);
    }

    /** Locked, for those who may. @param who says who they are */
    private Contribution undecided(@Nullable String id, Predicate<Contribution> may, String who) {
        var problems = new Problems();
        problems.id(id, List.of(KIND), "contributionId");
        problems.refuse();
        var offered = contributions
                .locked(Objects.requireNonNull(id))
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.NOT_FOUND, "There is no contribution %s.".formatted(id), "contributionId"));
        if (!may.test(offered)) {
            throw new Forbidden(who);
        }
        if (offered.status() != ContributionStatus.OFFERED) {
            var message = "The contribution is %s already.".formatted(offered.status());
            throw Refusal.of(ProblemCode.WRONG_STATUS, message, "contributionId");
        }
        return offered;
    }

    private Contribution decide(
            Actor actor,
            String action,
            Contribution before,
            ContributionStatus status,
            @Nullable String reason,
            @Nullable String becameId) {
        var after = before.decided(status, new Decided(clock.instant(), actor.id(), reason), becameId);
        contributions.decide(after);
        changes.record(actor, action, after.id(), before.state(), after.state(), touched(after));
        return after;
    }

    private Contribution present(String id) {
        return Objects.requireNonNull(contributions.byId(List.of(id)).get(id));
    }

    private static List<String> touched(Contribution contribution) {
        var content = contribution.content();
        return Stream.of(content.subjectId(), content.factId(), contribution.becameId())
                .filter(Objects::nonNull)
                .toList();
    }
}
