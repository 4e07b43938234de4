package dev.claimgraph.staleness;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimInputs.ReviseClaim;
import dev.claimgraph.claim.ClaimKind;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.review.ReviewInputs.SubmitClaim;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.staleness.PlainClaim.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What writers do to claims. */
final class ClaimSteps {

    private ClaimSteps() {}

    /** A new claim. @param expiresIn null for never */
    record Draft(
            String who,
            String text,
            ClaimKind kind,
            List<Integer> facts,
            boolean rival,
            @Nullable Duration expiresIn) implements Step {

        @Override
        public Turn<Claim> prepare(PlainWorld world) {
            var content = new Content(
                    text,
                    kind,
                    stoodOn(world, facts),
                    named(world, rival),
                    expiresIn == null ? null : world.now().plus(expiresIn));
            var input = new DraftClaim(
                    null,
                    text,
                    kind,
                    factIds(content),
                    null,
                    null,
                    rivalIds(content),
                    null,
                    null,
                    content.expiresAt(),
                    null);
            return new Turn<>(() -> world.doors.claims().draft(world.actor(who), input), drafted -> {
                var problems = problems(content.expiresAt(), world.now());
                if (problems.isEmpty()) {
                    var id = Objects.requireNonNull(drafted).id();
                    world.claims.add(new PlainClaim(id, content, world.actor(who), world.now()));
                }
                return problems;
            });
        }
    }

    /** What is null is left out. @param late whether somebody else was first */
    record Revise(
            String who,
            int claim,
            @Nullable String text,
            @Nullable ClaimKind kind,
            @Nullable List<Integer> facts,
            @Nullable Boolean rival,
            @Nullable To<Duration> expiresIn,
            boolean late)
            implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            var before = claim.pending();
            var expiresAt = expiresIn == null || expiresIn.value() == null
                    ? null
                    : world.now().plus(expiresIn.value());
            var next = new Content(
                    text == null ? before.text() : text,
                    kind == null ? before.kind() : kind,
                    facts == null ? before.facts() : stoodOn(world, facts),
                    rival == null ? before.rivals() : named(world, rival),
                    expiresIn == null ? before.expiresAt() : expiresAt);
            var input = new ReviseClaim(
                    claim.id,
                    claim.revision - (late ? 1 : 0),
                    text,
                    kind,
                    facts == null ? null : factIds(next),
                    null,
                    null,
                    rival == null ? null : rivalIds(next),
                    null,
                    null,
                    expiresIn == null ? ArgumentValue.omitted() : ArgumentValue.ofNullable(expiresAt));
            return new Turn<>(() -> world.doors.claims().revise(world.actor(who), input), revised -> {
                if (late) {
                    return List.of(ProblemCode.CONFLICT);
                }
                if (Set.of(ClaimStatus.WITHDRAWN, ClaimStatus.SUPERSEDED).contains(claim.status)) {
                    return List.of(ProblemCode.WRONG_STATUS);
                }
                var problems = problems(expiresAt, world.now());
                if (problems.isEmpty() && !next.equals(before)) {
                    write(claim, next, world);
                }
                return problems;
            });
        }

        private void write(PlainClaim claim, Content next, PlainWorld world) {
            var writer = world.actor(who).id();
            claim.revision++;
            if (claim.status == ClaimStatus.APPROVED) {
                var writers = new HashSet<>(claim.draft == null ? Set.of() : claim.draft.writers());
                writers.add(writer);
                claim.draft = new PlainClaim.Draft(ClaimStatus.DRAFT, next, writers);
            } else {
                claim.content = next;
                claim.writers.add(writer);
                claim.become(ClaimStatus.DRAFT, world.moment(who));
            }
        }
    }

    /** Puts a draft in review. */
    record Submit(String who, int claim) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var claim = PlainWorld.pick(world.claims, this.claim);
            return new Turn<>(
                    () -> world.doors.reviews().submit(world.actor(who), new SubmitClaim(claim.id, null)),
                    submitted -> {
                        if (claim.pendingStatus() != ClaimStatus.DRAFT) {
                            return List.of(ProblemCode.WRONG_STATUS);
                        }
                        claim.movePending(ClaimStatus.IN_REVIEW, world.moment(who));
                        claim.setReviewed(true);
                        claim.findings.forEach(
                                finding -> finding.resume(claim.pending().facts()));
                        return List.of();
                    });
        }
    }

    private static List<PlainFact> stoodOn(PlainWorld world, Collection<Integer> picks) {
        return picks.stream()
                .map(pick -> PlainWorld.pick(world.facts, pick))
                .distinct()
                .toList();
    }

    private static Set<PlainSubject> named(PlainWorld world, boolean rival) {
        return rival ? Set.of(world.rival()) : Set.of();
    }

    private static List<String> factIds(Content content) {
        return content.facts().stream().map(fact -> fact.id).toList();
    }

    private static List<String> rivalIds(Content content) {
        return content.rivals().stream().map(rival -> rival.id).toList();
    }

    private static List<ProblemCode> problems(@Nullable Instant expiresAt, Instant now) {
        return expiresAt == null || expiresAt.isAfter(now) ? List.of() : new ArrayList<>(List.of(ProblemCode.INVALID));
    }
}
