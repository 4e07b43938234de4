package dev.claimgraph.webhook;

import java.time.Duration;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt to deliver a message went.
 *
 * @param status of the answer; null where none came
 * @param problem why the message was not delivered, in a sentence for a person; null where it was
 * @param excerpt of what the endpoint answered, printable and on one line; null where that is nothing
 * @param retryAfter how long the endpoint asks to be left alone, up to a day
 */
record Attempt(
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable String excerpt,
        @Nullable Duration retryAfter,
        Duration took) {

    static Attempt answered(int status, @Nullable String excerpt, @Nullable Duration retryAfter, Duration took) {
        return new Attempt(status, problem(status), excerpt, retryAfter, took);
    }

    static Attempt failed(String problem, Duration took) {
        return new Attempt(null, problem, null, null, took);
    }

    boolean delivered() {
        return problem == null;
    }

    /** Whether the endpoint says that it wants no more messages, ever. */
    boolean isGone() {
        return status != null && status == HttpStatus.SC_GONE;
    }

    /** The problem, with what the endpoint answered; null where there is none. */
    @Nullable
    String told() {
        return problem == null || excerpt == null ? problem : "%s It said: %s".formatted(problem, excerpt);
    }

    private static @Nullable String problem(int status) {
        if (status == HttpStatus.SC_GONE) {
            return "The endpoint answered 410: it wants no more messages.";
        }
        return switch (status / 100) {
            case 2 -> null;
            case 3 -> "The endpoint answered %d; give the address that it leads to.".formatted(status);
            default -> "The endpoint answered %d.".formatted(status);
        };
    }
}
