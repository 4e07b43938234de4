package dev.claimgraph.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an endpoint does not take is tried for a day, then parked, and begins another day once somebody asks for it. */
class DeliveryTests {

    private static final Instant BEGIN = Instant.parse("2026-11-28T12:00:00Z");
    private static final Attempt FAILED = Attempt.answered(503, null, null, Duration.ofMillis(7));
    private static final Attempt TAKEN = Attempt.answered(200, null, null, Duration.ofMillis(7));

    private final Backoff backoff = new Backoff(new Random(7));

    @Test
    void aDayOfFailuresParksIt() {
        var delivery = fresh();
        var now = BEGIN;
        while (delivery.nextAttemptAt() != null) {
            now = delivery.nextAttemptAt();
            delivery = delivery.after(FAILED, now, backoff);
        }
        assertThat(delivery.status()).isEqualTo(Delivery.Status.PARKED);
        assertThat(delivery.problem()).isEqualTo("The endpoint answered 503.");
        assertThat(Duration.between(BEGIN, now)).isEqualTo(Duration.ofDays(1));
        assertThat(delivery.attempts()).isGreaterThan(30);
    }

    @Test
    void whatIsTakenIsNotTriedAgain() {
        var delivery = fresh().after(FAILED, BEGIN, backoff).after(TAKEN, BEGIN.plusSeconds(2), backoff);
        assertThat(delivery.status()).isEqualTo(Delivery.Status.DELIVERED);
        assertThat(delivery.nextAttemptAt()).isNull();
        assertThat(delivery.problem()).isNull();
        assertThat(delivery.attempts()).isEqualTo(2);
    }

    @Test
    void anEndpointThatIsGoneIsNotTriedAgain() {
        var delivery = fresh().after(Attempt.answered(410, null, null, Duration.ofMillis(7)), BEGIN, backoff);
        assertThat(delivery.status()).isEqualTo(Delivery.Status.PARKED);
        assertThat(delivery.nextAttemptAt()).isNull();
    }

    @Test
    void whatTheEndpointAnsweredIsSaid() {
        var refused = Attempt.answered(400, "no such tenant", null, Duration.ofMillis(7));
        assertThat(fresh().after(refused, BEGIN, backoff).problem())
                .isEqualTo("The endpoint answered 400. It said: no such tenant");
    }

    @Test
    void whatWasParkedHasAnotherDay() {
        var later = BEGIN.plus(Duration.ofDays(3));
        var again = fresh().after(FAILED, BEGIN, backoff).parked("Enough.").again(later);
        assertThat(again.nextAttemptAt()).isEqualTo(later);
        var failed = again.after(FAILED, later, backoff);
        assertThat(failed.status()).isEqualTo(Delivery.Status.PENDING);
        assertThat(failed.firstAttemptAt()).isEqualTo(later);
    }

    private static Delivery fresh() {
        return new Delivery(
                "delivery_1",
                "webhook_1",
                1,
                Notice.Kind.CLAIM_STANDING,
                "claim_1",
                Delivery.Status.PENDING,
                0,
                null,
                null,
                BEGIN,
                null,
                null,
                null);
    }
}
