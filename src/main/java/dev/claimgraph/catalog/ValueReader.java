package dev.claimgraph.catalog;

import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one sent value, naming the place of what is wrong with it. */
record ValueReader(Problems problems, Object... path) {

    @Nullable
    AttributeValue read(String kind, Object value) {
        return switch (kind) {
            case "text" -> text(value);
            case "number" -> number(value);
            case "boolean" ->
                value instanceof Boolean truth ? new AttributeValue.BooleanValue(truth) : invalid("true or false");
            case "date" -> date(value);
            case "version" ->
                Version.isVersion(value.toString())
                        ? new AttributeValue.VersionValue(value.toString().strip())
                        : invalid("a version such as 4.2.1 or 5.0-rc1, of at most 100 characters");
            case "set" -> set(value);
            default -> invalid("one of text, number, boolean, date, version and set");
        };
    }

    private @Nullable AttributeValue text(Object value) {
        var before = problems.count();
        var text = problems.text(AttributeValue.normal(value.toString()), Problems.TEXT, path);
        return problems.count() == before ? new AttributeValue.TextValue(text) : null;
    }

    private @Nullable AttributeValue number(Object value) {
        if (!(value instanceof Map<?, ?> number) || number.get("value") == null) {
            return invalid("a number {value, unit}");
        }
        var unit = number.get("unit") == null
                ? ""
                : AttributeValue.normal(number.get("unit").toString());
        if (unit.length() > 50) {
            problems.add(ProblemCode.TOO_LONG, "A unit has at most 50 characters.", path);
            return null;
        }
        try {
            var exact = new BigDecimal(number.get("value").toString()).stripTrailingZeros();
            var exponent = exact.precision() - 1L - exact.scale();
            if (exact.precision() > 34 || Math.abs(exponent) > 100) {
                return invalid("a number of at most 34 significant digits, from 1e-100 to 1e100");
            }
            return new AttributeValue.NumberValue(plain(exact), unit.isEmpty() ? null : unit);
        } catch (NumberFormatException e) {
            return invalid("a decimal number");
        }
    }

    /** 5e1 as 50. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private @Nullable AttributeValue date(Object value) {
        try {
            return new AttributeValue.DateValue(LocalDate.parse(value.toString()));
        } catch (DateTimeParseException e) {
            return invalid("a calendar day such as 2026-03-01");
        }
    }

    private @Nullable AttributeValue set(Object value) {
        if (!(value instanceof List<?> list) || list.size() > 200) {
            return invalid("a list of at most 200 texts");
        }
        var members = new TreeSet<String>();
        var before = problems.count();
        list.forEach(member -> members.add(
                problems.text(member == null ? "" : AttributeValue.normal(member.toString()), Problems.NAME, path)));
        return problems.count() == before ? new AttributeValue.SetValue(List.copyOf(members)) : null;
    }

    private @Nullable AttributeValue invalid(String expected) {
        problems.add(ProblemCode.INVALID, "This value must be %s.".formatted(expected), path);
        return null;
    }
}
