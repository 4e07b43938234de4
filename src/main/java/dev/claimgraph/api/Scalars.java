package dev.claimgraph.api;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.threeten.extra.PeriodDuration;

/** The schema's scalars beside GraphQL's own. */
final class Scalars {

    static final List<Scalar<?>> ALL = List.of(
            new Scalar<>(
                    "DateTime",
                    Instant.class,
                    "a time with its offset such as \"2026-03-01T12:00:00Z\"",
                    text -> inRange(OffsetDateTime.parse(text)).toInstant(),
                    Instant::toString),
            new Scalar<>(
                    "Date",
                    LocalDate.class,
                    "a day such as \"2026-03-01\"",
                    text -> inRange(LocalDate.parse(text)),
                    LocalDate::toString),
            new Scalar<>(
                    "Duration",
                    PeriodDuration.class,
                    "a length of time such as \"P6M\" or \"P1DT12H\", of at most 100 years",
                    Scalars::duration,
                    PeriodDuration::toString),
            new Scalar<>(
                    "URL",
                    URI.class,
                    "an http or https address of at most 2,000 characters",
                    Scalars::address,
                    URI::toString),
            new Scalar<>(
                    "Decimal",
                    BigDecimal.class,
                    "a number of at most 34 significant digits, from 1e-100 to 1e100",
                    Scalars::decimal,
                    value -> value.scale() < 0 ? value.setScale(0) : value));

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_NUMBER = 200;
    private static final int MOST_DIGITS = 34;
    private static final int LARGEST_EXPONENT = 100;
    private static final int LONGEST_YEARS = 100;
    private static final Duration LONGEST = Duration.ofDays(LONGEST_YEARS * 365L);

    private Scalars() {}

    private static <T extends TemporalAccessor> T inRange(T time) {
        var year = time.get(ChronoField.YEAR);
        return demand(year >= 1 && year <= 9999, time);
    }

    private static PeriodDuration duration(String text) {
        var value = PeriodDuration.parse(text);
        var period = value.getPeriod();
        var bounded = period.toTotalMonths() <= LONGEST_YEARS * 12L
                && period.getDays() <= LONGEST.toDays()
                && value.getDuration().compareTo(LONGEST) <= 0;
        var positive = !value.isZero()
                && period.getYears() >= 0
                && period.getMonths() >= 0
                && period.getDays() >= 0
                && !value.getDuration().isNegative();
        return demand(bounded && positive, value);
    }

    private static URI address(String text) {
        demand(text.length() <= LONGEST_ADDRESS, text);
        var address = URI.create(text);
        var web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        return demand(web && address.getHost() != null, address);
    }

    private static BigDecimal decimal(String text) {
        demand(text.length() <= LONGEST_NUMBER, text);
        var value = new BigDecimal(text);
        var exponent = value.precision() - 1L - value.scale();
        var digits = value.stripTrailingZeros().precision();
        return demand(digits <= MOST_DIGITS && Math.abs(exponent) <= LARGEST_EXPONENT, value);
    }

    private static <T> T demand(boolean holds, T value) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
