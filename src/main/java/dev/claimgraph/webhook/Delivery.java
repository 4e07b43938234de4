package dev.claimgraph.webhook;

import dev.claimgraph.notice.Notice;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.Identified;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * One notice on its way to one endpoint.
 *
 * @param position the notice's
 * @param aboutId what changed; what changes of one thing is delivered in its order
 * @param attempts so far
 * @param firstAttemptAt when the day began in which it is tried; null before the first attempt
 * @param nextAttemptAt null once it was delivered or parked
 * @param httpStatus of the last answer; null where none came
 * @param problem why the last attempt failed; null where none did
 * @param took how long the last attempt took
 */
record Delivery(
        String id,
        String webhookId,
        long position,
        Notice.Kind event,
        String aboutId,
        Status status,
        int attempts,
        @Nullable Instant firstAttemptAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer httpStatus,
        @Nullable String problem,
        @Nullable Duration took)
        implements Identified {

    static final String KIND = "delivery";

    /** One that was not attempted yet. */
    static Delivery of(Webhook webhook, Notice notice, Instant now) {
        return new Delivery(
                Id.next(KIND),
                webhook.id(),
                notice.position(),
                notice.kind(),
                notice.aboutId(),
                Status.PENDING,
                0,
                null,
                null,
                now,
                null,
                null,
                null);
    }

    static Delivery from(Value delivery) {
        return new Delivery(
                delivery.get("id").asString(),
                delivery.get("webhookId").asString(),
                delivery.get("position").asLong(),
                Notice.Kind.valueOf(delivery.get("event").asString()),
                delivery.get("aboutId").asString(),
                Status.valueOf(delivery.get("status").asString()),
                delivery.get("attempts").asInt(),
                instant(delivery.get("firstAttemptAt")),
                instant(delivery.get("lastAttemptAt")),
                instant(delivery.get("nextAttemptAt")),
                delivery.get("httpStatus").isNull()
                        ? null
                        : delivery.get("httpStatus").asInt(),
                delivery.get("problem").asString(null),
                delivery.get("tookMs").isNull()
                        ? null
                        : Duration.ofMillis(delivery.get("tookMs").asLong()));
    }

    /** After one more attempt, whose successor the back-off tells; without one it is parked, as where the endpoint is gone for good. */
    Delivery after(Attempt attempt, Instant at, Backoff backoff) {
        var first = firstAttemptAt == null ? at : firstAttemptAt;
        var next = attempt.delivered() || attempt.isGone()
                ? null
                : backoff.next(first, attempts + 1, at, attempt.retryAfter()).orElse(null);
        var reached = attempt.delivered() ? Status.DELIVERED : next == null ? Status.PARKED : Status.PENDING;
        return new Delivery(
                id,
                webhookId,
                position,
                event,
                aboutId,
                reached,
                attempts + 1,
                first,
                at,
                next,
                attempt.status(),
                attempt.told(),
                attempt.took());
    }

    /** Given up without another attempt. */
    Delivery parked(String why) {
        return new Delivery(
                id,
                webhookId,
                position,
                event,
                aboutId,
                Status.PARKED,
                attempts,
                firstAttemptAt,
                lastAttemptAt,
                null,
                httpStatus,
                why,
                took);
    }

    /** To be tried for another day. */
    Delivery again(Instant now) {
        return new Delivery(
                id,
                webhookId,
                position,
                event,
                aboutId,
                Status.PENDING,
                attempts,
                null,
                lastAttemptAt,
                now,
                httpStatus,
                problem,
                took);
    }

    public @Nullable Integer durationMs() {
        return took == null ? null : Math.toIntExact(took.toMillis());
    }

    /** No notice is on its way to one endpoint twice. */
    String key() {
        return webhookId + "/" + position;
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("id", id);
        properties.put("webhookId", webhookId);
        properties.put("position", position);
        properties.put("event", event.name());
        properties.put("aboutId", aboutId);
        properties.put("status", status.name());
        properties.put("attempts", attempts);
        properties.put("firstAttemptAt", time(firstAttemptAt));
        properties.put("lastAttemptAt", time(lastAttemptAt));
        properties.put("nextAttemptAt", time(nextAttemptAt));
        properties.put("httpStatus", httpStatus);
        properties.put("problem", problem);
        properties.put("tookMs", took == null ? null : took.toMillis());
        return properties;
    }

    /** For the change log, which has what people do with it, not each attempt. */
    Map<String, Object> state() {
        var state = new HashMap<String, Object>();
        state.put("type", "Delivery");
        state.put("webhookId", webhookId);
        state.put("event", event);
        state.put("aboutId", aboutId);
        state.put("status", status);
        state.put("attempts", attempts);
        state.put("nextAttemptAt", nextAttemptAt);
        return state;
    }

    private static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(Value value) {
        return value.isNull() ? null : value.asZonedDateTime().toInstant();
    }

    /** How far it has come. */
    enum Status {
        PENDING,
        DELIVERED,
        PARKED
    }
}
