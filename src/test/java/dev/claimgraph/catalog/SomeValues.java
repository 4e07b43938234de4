package dev.claimgraph.catalog;

import dev.claimgraph.shared.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attribute values as callers send them: of every type, and so few different ones that many are equal in another form. */
final class SomeValues {

    private static final String[] LETTERS = {"a", "B", "é", "e\u0301", "Å", "\u212b", "0", ",", " ", "\u2003"};
    private static final String[] NUMBERS = {
        "0",
        "-0.0",
        "1",
        "1.0",
        "-1",
        "8",
        "50",
        "5e1",
        "0.05",
        "60",
        "1000",
        "1e3",
        "1024",
        "50000",
        "0.1e-7",
        "1e30",
        "12345678901234567890123456789012.34",
        "1e34",
        "1e100",
        "1e-100",
        "1.5e-100"
    };
    private static final String[] UNITS = {
        "", "B", "kB", "MB", "GB", "KiB", "MiB", "bit", "kbit", "MB/s", "Mbps", "ms", "s", "min", "h", "%", "g", "kg",
        "Wh", "kJ", "m/s", "km/h", "seats", " seats", "users"
    };
    private static final String[] RELEASES = {"1", "1.0", "01.0.0", "1.", "1.a", "1.a.0", "2", "10", "v1"};
    private static final String[] PRE_RELEASES = {"", "-", "-.", "-1", "-01", "-10", "-a", "-a.", "-a.0", "-a.b", "-a-b"
    };

    private SomeValues() {}

    static AttributeValue value(String type, Object content) {
        return value(Map.of(type, content));
    }

    static AttributeValue value(Map<String, ?> input) {
        var problems = new Problems();
        var value = AttributeValue.parse(input, problems, "value");
        problems.refuse();
        return value;
    }

    static AttributeValue number(BigDecimal number, String unit) {
        return value("number", Map.of("value", number, "unit", unit));
    }

    static Arbitrary<AttributeValue> values() {
        return Arbitraries.oneOf(List.of(
                texts().map(text -> value("text", text)),
                numbers(),
                Arbitraries.of(true, false).map(truth -> value("boolean", truth)),
                dates(),
                versions(),
                texts().list().ofMaxSize(4).map(set -> value("set", set))));
    }

    static Arbitrary<Ordered> ordered() {
        return Arbitraries.oneOf(List.of(three(numbers()), three(dates()), three(versions())));
    }

    static Arbitrary<String> texts() {
        return Arbitraries.of(LETTERS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(letters -> String.join("", letters))
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<AttributeValue> numbers() {
        return Combinators.combine(Arbitraries.of(NUMBERS), Arbitraries.of(UNITS))
                .as((number, unit) -> number(new BigDecimal(number), unit));
    }

    private static Arbitrary<AttributeValue> dates() {
        return Arbitraries.integers()
                .between(-3, 3)
                .map(day ->
                        value("date", LocalDate.of(2024, 2, 29).plusDays(day).toString()));
    }

    private static Arbitrary<AttributeValue> versions() {
        return Combinators.combine(Arbitraries.of(RELEASES), Arbitraries.of(PRE_RELEASES))
                .as((release, preRelease) -> value("version", release + preRelease));
    }

    private static Arbitrary<Ordered> three(Arbitrary<AttributeValue> values) {
        return Combinators.combine(values, values, values).as(Ordered::new);
    }

    /** Three values of one type that has an order. */
    record Ordered(AttributeValue one, AttributeValue two, AttributeValue three) {}
}
