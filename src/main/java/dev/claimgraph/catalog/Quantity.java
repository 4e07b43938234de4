package dev.claimgraph.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A number in its unit's base unit where the unit is known ({@code 50 GB} in bits), and by the unit's text where it is not
 * ({@code 12 seats}).
 */
public record Quantity(BigDecimal amount, String base) {

    /** Digits that count: enough for exact decimals, few enough that 1/3.6 and its inverse meet again. */
    private static final MathContext DIGITS = new MathContext(30);

    /** @param unit null for a bare number; one that is not known stands for itself */
    public static Quantity of(BigDecimal number, @Nullable String unit) {
        return unit == null ? new Quantity(number, "") : Units.toBase(number, unit);
    }

    public static boolean converts(String unit) {
        return Units.isKnown(unit);
    }

    public boolean comparableWith(Quantity other) {
        return base.equals(other.base);
    }

    /** Empty where the units do not convert into each other. */
    public OptionalInt compare(Quantity other) {
        return comparableWith(other) ? OptionalInt.of(rounded().compareTo(other.rounded())) : OptionalInt.empty();
    }

    String canonical() {
        return rounded().stripTrailingZeros().toPlainString() + " " + base;
    }

    private BigDecimal rounded() {
        return amount.round(DIGITS);
    }
}
