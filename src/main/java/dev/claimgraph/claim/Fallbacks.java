package dev.claimgraph.claim;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for saying what is printed in the place of a claim that is not usable: marketers say it. */
@Component
public class Fallbacks {

    /** Claims that fall back one to the next, the first one not counted. */
    private static final int LONGEST = 10;

    private final ClaimRepository claims;
    private final ChangeLog changes;
    private final Clock clock;

    Fallbacks(ClaimRepository claims, ChangeLog changes, Clock clock) {
        this.claims = claims;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Names the claim to fall back to, or takes the name away.
     *
     * @throws Refusal for a claim that is not there, with CYCLE where the chain would close on itself, or with INVALID where it would
     *     be too long
     */
    public Claim set(Actor actor, SetFallback input) {
        actor.mustBe(Role.MARKETER);
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(input.claimId(), List.of("claim"), "claimId");
            if (input.fallbackId() != null) {
                problems.id(input.fallbackId(), List.of("claim"), "fallbackId");
            }
            problems.refuse();
            var id = Objects.requireNonNull(input.claimId());
            var fallbackId = input.fallbackId();
            var locked = claims.locked(
                    Stream.of(id, fallbackId).filter(Objects::nonNull).toArray(String[]::new));
            var before = ClaimWrites.found(locked, id, "claimId");
            if (Objects.equals(before.fallbackId(), fallbackId)) {
                return before;
            }
            if (fallbackId != null) {
                ClaimWrites.found(locked, fallbackId, "fallbackId");
                mustFit(id, fallbackId);
            }
            var after = claims.fallBack(id, fallbackId, clock.instant());
            changes.record(
                    actor,
                    "setFallback",
                    id,
                    before.state(),
                    after.state(),
                    fallbackId == null ? List.of() : List.of(fallbackId));
            return after;
        });
    }

    /** Locks on the two claims would not do: chains that others lengthen elsewhere, at the same time, may close the circle. */
    private void mustFit(String id, String fallbackId) {
        changes.inOrder();
        var chain = claims.chained(id, fallbackId);
        if (chain.closes()) {
            var message = "The fallback leads back to the claim itself; name another.";
            throw Refusal.of(ProblemCode.CYCLE, message, "fallbackId");
        }
        if (chain.length() > LONGEST) {
            var message = "%d claims would fall back one to the next; at most %d do. Name one further on."
                    .formatted(chain.length(), LONGEST);
            throw Refusal.of(ProblemCode.INVALID, message, "fallbackId");
        }
    }

    /** @param fallbackId null for none any more */
    public record SetFallback(
            @Nullable String claimId, @Nullable String fallbackId) {}
}
