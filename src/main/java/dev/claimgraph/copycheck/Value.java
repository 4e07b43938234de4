package dev.claimgraph.copycheck;

import dev.claimgraph.catalog.Quantity;
import dev.claimgraph.catalog.Version;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** How much an amount is, apart from how it is written. */
sealed interface Value {

    boolean sameAs(Value other);

    static Value of(BigDecimal number) {
        return of(number, "");
    }

    /** @param unit stands for itself, even where the catalog would convert it */
    static Value of(BigDecimal number, String unit) {
        return new Measured(new Quantity(number, unit));
    }

    /** A quantity, a share as a part of one, a multiple, or money by its currency. */
    record Measured(Quantity quantity) implements Value {

        private static final BigDecimal SECONDS_OF_A_MONTH = BigDecimal.valueOf(2_629_746);

        private static final BigDecimal MONTHS_DIFFER_BY = new BigDecimal("0.04");

        boolean comparableWith(Measured other) {
            return quantity.comparableWith(other.quantity) || (seconds() != null && other.seconds() != null);
        }

        @Override
        public boolean sameAs(Value other) {
            return other instanceof Measured measured
                    && (quantity.comparableWith(measured.quantity)
                            ? quantity.compare(measured.quantity).orElse(1) == 0
                            : lastsAsLong(measured) || countsAsMany(measured));
        }

        /** Of things that one of the two leaves unnamed. */
        private boolean countsAsMany(Measured other) {
            return (quantity.base().isEmpty() || other.quantity.base().isEmpty())
                    && quantity.amount().compareTo(other.quantity.amount()) == 0;
        }

        /** Ninety days are three months. */
        private boolean lastsAsLong(Measured other) {
            var one = seconds();
            var another = other.seconds();
            return one != null
                    && another != null
                    && one.subtract(another).abs().compareTo(one.max(another).multiply(MONTHS_DIFFER_BY)) <= 0;
        }

        private @Nullable BigDecimal seconds() {
            return switch (quantity.base()) {
                case "s" -> quantity.amount();
                case "month" -> quantity.amount().multiply(SECONDS_OF_A_MONTH);
                default -> null;
            };
        }
    }

    /** A date as the days that it may be: the less precise one is the same as each date in it. */
    record Days(LocalDateRange days) implements Value {

        @Override
        public boolean sameAs(Value other) {
            return other instanceof Days(var others) && (days.encloses(others) || others.encloses(days));
        }
    }

    /** The number of a version, release or standard. */
    record Release(Version version) implements Value {

        @Override
        public boolean sameAs(Value other) {
            return other instanceof Release release && version.compareTo(release.version) == 0;
        }
    }
}
