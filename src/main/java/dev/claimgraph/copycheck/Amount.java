package dev.claimgraph.copycheck;

import dev.claimgraph.catalog.Quantity;
import dev.claimgraph.copycheck.Value.Measured;
import java.math.BigDecimal;

/**
 * An amount that a text states, comparable with the amounts of another.
 *
 * @param start where the number or its name begins, in UTF-16 units; words that bound it stand outside
 * @param end exclusive
 * @param of the lower-cased name of what has a version; {@code per} for what a rate is over, as in "39 EUR a month"; what a share
 *     or a multiple compares: {@code size} of "half the size", {@code size less} of "50 % smaller"
 */
record Amount(int start, int end, Kind kind, Bound bound, Value value, String of) {

    enum Kind {
        QUANTITY,
        SHARE,
        MULTIPLE,
        MONEY,
        DATE,
        VERSION
    }

    enum Bound {
        EXACT,
        AT_MOST,
        AT_LEAST,
        APPROXIMATE
    }

    /** Whether one may stand in the place of the other: currencies differ, but compare. */
    boolean comparableWith(Amount other) {
        if (isRelative() && other.isRelative()) {
            return kind == other.kind || !of.isEmpty() && compared().equals(other.compared());
        }
        return kind == other.kind
                && (of.equals(other.of) || isAnyVersion() || other.isAnyVersion())
                && (kind != Kind.QUANTITY
                        || ((Measured) value).comparableWith((Measured) other.value)
                        || (isBare() && other.counts())
                        || (counts() && other.isBare()));
    }

    /** Whether copy may say the other amount for a claim of this one. */
    boolean agreesWith(Amount copy) {
        return comparableWith(copy)
                && (kind == copy.kind ? value.sameAs(copy.value) : difference().compareTo(copy.difference()) == 0)
                && bears(copy.bound);
    }

    private boolean isRelative() {
        return kind == Kind.SHARE || kind == Kind.MULTIPLE;
    }

    private String compared() {
        return of.replace(Comparisons.LESS, "");
    }

    /** Half the size is 50 % smaller, and twice as fast is 100 % faster. */
    private BigDecimal difference() {
        var number = ((Measured) value).quantity().amount();
        return kind == Kind.MULTIPLE
                ? number.subtract(BigDecimal.ONE)
                : of.endsWith(Comparisons.LESS) ? number.negate() : number;
    }

    /**
     * Copy may drop a bound, soften it or set a limit where the claim has none; but "at least" or "over" promises more than an
     * exact, approximate or limited amount, and "up to" contradicts "at least".
     */
    private boolean bears(Bound copy) {
        return bound == Bound.AT_LEAST ? copy != Bound.AT_MOST : copy != Bound.AT_LEAST;
    }

    /** A number of nothing that is named. */
    boolean isBare() {
        return kind == Kind.QUANTITY && base().isEmpty();
    }

    /** A version of what was named before. */
    private boolean isAnyVersion() {
        return kind == Kind.VERSION && of.equals(Versions.NAMELESS);
    }

    /** A number of things: what they are called may be left out where it was said before. */
    boolean counts() {
        return kind == Kind.QUANTITY && !Quantity.converts(base());
    }

    /** What it is a number of; empty for what is no number. */
    String base() {
        return value instanceof Measured measured ? measured.quantity().base() : "";
    }

    Amount bounded(Bound read) {
        return new Amount(start, end, kind, read, value, of);
    }

    Amount named(String name) {
        return new Amount(start, end, kind, bound, value, name);
    }
}
