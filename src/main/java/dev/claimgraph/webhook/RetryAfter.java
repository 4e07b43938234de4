package dev.claimgraph.webhook;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** How long an endpoint asks to be left alone, which it says in seconds or as a moment (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /** Up to a day; null where it does not say, or says what cannot be read. */
    static @Nullable Duration of(@Nullable Header header, Instant now) {
        var value = header == null || header.getValue() == null
                ? ""
                : header.getValue().strip();
        if (value.matches("\\d+")) {
            return bounded(value.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(value)));
        }
        var moment = DateUtils.parseStandardDate(value);
        return moment == null ? null : bounded(Duration.between(now, moment));
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
