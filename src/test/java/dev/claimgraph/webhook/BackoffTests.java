package dev.claimgraph.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What was not delivered is tried again, less and less often, for a day from the first attempt. */
class BackoffTests {

    private static final Instant FIRST = Instant.parse("2026-11-28T09:30:00Z");
    private static final Instant END = FIRST.plus(Duration.ofDays(1));
    private static final long SECONDS_OF_A_DAY = 86_400;

    @Property
    void theNextAttemptIsLaterAndWithinTheDay(
            @ForAll long seed,
            @ForAll @IntRange(min = 1) int attempts,
            @ForAll @LongRange(min = 0, max = SECONDS_OF_A_DAY - 1) long seconds) {
        var now = FIRST.plusSeconds(seconds);
        assertThat(backoff(seed).next(FIRST, attempts, now, null))
                .hasValueSatisfying(next -> assertThat(next).isAfter(now).isBeforeOrEqualTo(END));
    }

    @Property
    void theWaitIsAtMostASecondDoubledWithEachAttemptAndAtMostAnHour(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int attempts) {
        var most = Math.min(Math.pow(2, attempts - 1), 3_600) * 1_000;
        var next = backoff(seed).next(FIRST, attempts, FIRST, null).orElseThrow();
        assertThat(Duration.between(FIRST, next).toMillis()).isBetween(1L, (long) most);
    }

    @Property
    void anEndpointIsLeftAloneAsLongAsItAsks(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int attempts,
            @ForAll @LongRange(min = 0, max = SECONDS_OF_A_DAY - 1) long asked) {
        var next = backoff(seed).next(FIRST, attempts, FIRST, Duration.ofSeconds(asked));
        assertThat(next.orElseThrow()).isAfter(FIRST.plusSeconds(asked)).isBeforeOrEqualTo(END);
    }

    @Test
    void whoAsksForMoreThanIsLeftOfTheDayIsTriedAtItsEnd() {
        assertThat(backoff(1).next(FIRST, 1, FIRST.plusSeconds(60), Duration.ofDays(1)))
                .hasValue(END);
    }

    @Property
    void afterADayThereIsNoNext(@ForAll long seed, @ForAll @IntRange(min = 1) int attempts) {
        assertThat(backoff(seed).next(FIRST, attempts, END, null)).isEmpty();
        assertThat(backoff(seed).next(FIRST, attempts, END.plusSeconds(1), Duration.ofHours(1)))
                .isEmpty();
    }

    @Property(tries = 100)
    void attemptsEndWithOneAtTheEndOfTheDay(@ForAll long seed) {
        var backoff = backoff(seed);
        var now = FIRST;
        var attempts = 1;
        for (var next = backoff.next(FIRST, attempts, now, null); next.isPresent(); attempts++) {
            now = next.get();
            next = backoff.next(FIRST, attempts + 1, now, null);
        }
        assertThat(now).isEqualTo(END);
        assertThat(attempts).isBetween(30, 150);
    }

    @Property
    void messagesThatFailedTogetherAreNotAllTriedTogether(@ForAll @IntRange(min = 5, max = 40) int attempts) {
        var backoff = backoff(attempts);
        assertThat(IntStream.range(0, 20)
                        .mapToObj(message -> backoff.next(FIRST, attempts, FIRST, null))
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }

    private static Backoff backoff(long seed) {
        return new Backoff(new Random(seed));
    }
}
