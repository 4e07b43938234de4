package dev.claimgraph.catalog;

import static tech.units.indriya.unit.Units.AMPERE;
import static tech.units.indriya.unit.Units.DAY;
import static tech.units.indriya.unit.Units.GRAM;
import static tech.units.indriya.unit.Units.HERTZ;
import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.JOULE;
import static tech.units.indriya.unit.Units.METRE;
import static tech.units.indriya.unit.Units.MINUTE;
import static tech.units.indriya.unit.Units.PERCENT;
import static tech.units.indriya.unit.Units.SECOND;
import static tech.units.indriya.unit.Units.VOLT;
import static tech.units.indriya.unit.Units.WATT;
import static tech.units.indriya.unit.Units.WEEK;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.measure.BinaryPrefix;
import javax.measure.IncommensurableException;
import javax.measure.MetricPrefix;
import javax.measure.Prefix;
import javax.measure.Unit;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.function.RationalNumber;

/** The units that convert, by the symbols that product sheets write; the conversion itself is the units library's. */
final class Units {

    private static final Unit<?> BIT = AbstractUnit.ONE.alternate("bit");
    private static final Unit<?> BYTE = BIT.multiply(8);
    private static final Map<String, Unit<?>> KNOWN = known();

    private Units() {}

    static boolean isKnown(String symbol) {
        return KNOWN.containsKey(symbol);
    }

    static Quantity toBase(BigDecimal number, String symbol) {
        var unit = KNOWN.get(symbol);
        if (unit == null) {
            return new Quantity(number, symbol);
        }
        var base = unit.getSystemUnit();
        try {
            return new Quantity(exact(unit.getConverterToAny(base).convert(number)), base.toString());
        } catch (IncommensurableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigDecimal exact(Number number) {
        return number instanceof RationalNumber ratio
                ? new BigDecimal(ratio.getDividend()).divide(new BigDecimal(ratio.getDivisor()), MathContext.DECIMAL128)
                : new BigDecimal(number.toString());
    }

    private static Map<String, Unit<?>> known() {
        var units = new HashMap<String, Unit<?>>();
        units.put("%", PERCENT);
        units.put("percent", PERCENT);
        information(units);
        time(units);
        prefixed(units, HERTZ, "Hz", "k", "M", "G", "T");
        prefixed(units, METRE, "m", "n", "u", "µ", "m", "c", "k");
        prefixed(units, GRAM, "g", "u", "µ", "m", "k");
        units.put("t", GRAM.multiply(1_000_000));
        prefixed(units, WATT, "W", "m", "k", "M", "G");
        prefixed(units, JOULE.multiply(3_600), "Wh", "m", "k", "M", "G");
        prefixed(units, JOULE, "J", "m", "k", "M", "G");
        prefixed(units, AMPERE, "A", "u", "µ", "m");
        prefixed(units, AMPERE.multiply(HOUR), "Ah", "m");
        prefixed(units, VOLT, "V", "u", "µ", "m", "k");
        units.put("m/s", METRE.divide(SECOND));
        units.put("km/h", METRE.multiply(1_000).divide(HOUR));
        return Map.copyOf(units);
    }

    private static void information(Map<String, Unit<?>> units) {
        var decimal = new String[] {"k", "K", "M", "G", "T", "P", "E"};
        var binary = new String[] {"Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
        for (var suffix : List.of("", "/s")) {
            var per = suffix.isEmpty() ? AbstractUnit.ONE : SECOND;
            for (var prefixes : List.of(decimal, binary)) {
                prefixed(units, BYTE.divide(per), "B" + suffix, prefixes);
                prefixed(units, BIT.divide(per), "bit" + suffix, prefixes);
            }
        }
        prefixed(units, BIT.divide(SECOND), "bps", decimal);
    }

    private static void time(Map<String, Unit<?>> units) {
        prefixed(units, SECOND, "s", "n", "u", "µ", "m");
        for (var symbol : List.of("sec", "second", "seconds")) {
            units.put(symbol, SECOND);
        }
        for (var symbol : List.of("min", "minute", "minutes")) {
            units.put(symbol, MINUTE);
        }
        for (var symbol : List.of("h", "hr", "hour", "hours")) {
            units.put(symbol, HOUR);
        }
        for (var symbol : List.of("d", "day", "days")) {
            units.put(symbol, DAY);
        }
        for (var symbol : List.of("week", "weeks")) {
            units.put(symbol, WEEK);
        }
    }

    private static void prefixed(Map<String, Unit<?>> units, Unit<?> unit, String symbol, String... prefixes) {
        units.put(symbol, unit);
        for (var prefix : prefixes) {
            units.put(prefix + symbol, unit.prefix(prefix(prefix)));
        }
    }

    private static Prefix prefix(String symbol) {
        return switch (symbol) {
            case "n" -> MetricPrefix.NANO;
            case "u", "µ" -> MetricPrefix.MICRO;
            case "m" -> MetricPrefix.MILLI;
            case "c" -> MetricPrefix.CENTI;
            case "k", "K" -> MetricPrefix.KILO;
            case "M" -> MetricPrefix.MEGA;
            case "G" -> MetricPrefix.GIGA;
            case "T" -> MetricPrefix.TERA;
            case "P" -> MetricPrefix.PETA;
            case "E" -> MetricPrefix.EXA;
            case "Ki" -> BinaryPrefix.KIBI;
            case "Mi" -> BinaryPrefix.MEBI;
            case "Gi" -> BinaryPrefix.GIBI;
            case "Ti" -> BinaryPrefix.TEBI;
            case "Pi" -> BinaryPrefix.PEBI;
            case "Ei" -> BinaryPrefix.EXBI;
            default -> throw new IllegalArgumentException(symbol);
        };
    }
}
