package dev.claimgraph.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a message that was not delivered is sent again: after a random time of up to a second, which doubles with each attempt up to
 * an hour, so that endpoints which come back are not overrun; for a day in all, at the end of which there is a last attempt. What it
 * tells depends on what it is told alone, so attempts go on after a restart, and on another instance, as they would have.
 */
final class Backoff {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration IN_ALL = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 12;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The time of the next attempt, or none where the last has been.
     *
     * @param attempts so far
     * @param retryAfter what the endpoint asked for, on top of which the random time comes
     */
    Optional<Instant> next(Instant firstAttempt, int attempts, Instant now, @Nullable Duration retryAfter) {
        var end = firstAttempt.plus(IN_ALL);
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        var next = now.plus(jitter(attempts)).plus(retryAfter == null ? Duration.ZERO : retryAfter);
        return Optional.of(next.isBefore(end) ? next : end);
    }

    private Duration jitter(int attempts) {
        var doubled = SHORTEST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        var ceiling = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis(random.nextLong(1, ceiling.toMillis() + 1));
    }
}
