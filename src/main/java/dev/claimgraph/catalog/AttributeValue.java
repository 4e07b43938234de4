package dev.claimgraph.catalog;

import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Json;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One typed value. Equal values have equal fingerprints, whatever form they were given in. */
public sealed interface AttributeValue {

    /** What two values must share to be equal. */
    String canonical();

    /** As a person writes it. */
    String display();

    /** As a caller sends it: one name of {@code AttributeValueInput} and what it holds. */
    Map<String, Object> input();

    /** Before, level with or after a value of the same type; empty where there is no order between the two. */
    default OptionalInt compare(AttributeValue other) {
        return OptionalInt.empty();
    }

    /** Whether the two can be held against each other: of one type and, for numbers, in units that convert. */
    default boolean comparableWith(AttributeValue other) {
        return getClass() == other.getClass();
    }

    /** The type's name for messages: number, text. */
    static String typeOf(AttributeValue value) {
        return value.input().keySet().iterator().next();
    }

    default String fingerprint() {
        return Fingerprint.of(getClass().getSimpleName(), canonical());
    }

    record TextValue(String text) implements AttributeValue {
        @Override
        public String canonical() {
            return text;
        }

        @Override
        public String display() {
            return text;
        }

        @Override
        public Map<String, Object> input() {
            return Map.of("text", text);
        }
    }

    /** @param unit as it was given; null for a bare number */
    record NumberValue(BigDecimal number, @Nullable String unit) implements AttributeValue {
        @Override
        public String canonical() {
            return Quantity.of(number, unit).canonical();
        }

        @Override
        public String display() {
            return unit == null ? number.toPlainString() : number.toPlainString() + " " + unit;
        }

        @Override
        public Map<String, Object> input() {
            return Map.of("number", unit == null ? Map.of("value", number) : Map.of("value", number, "unit", unit));
        }

        @Override
        public boolean comparableWith(AttributeValue other) {
            return compare(other).isPresent();
        }

        @Override
        public OptionalInt compare(AttributeValue other) {
            return other instanceof NumberValue that
                    ? Quantity.of(number, unit).compare(Quantity.of(that.number, that.unit))
                    : OptionalInt.empty();
        }
    }

    record BooleanValue(boolean isTrue) implements AttributeValue {
        @Override
        public String canonical() {
            return Boolean.toString(isTrue);
        }

        @Override
        public String display() {
            return canonical();
        }

        @Override
        public Map<String, Object> input() {
            return Map.of("boolean", isTrue);
        }
    }

    record DateValue(LocalDate date) implements AttributeValue {
        @Override
        public String canonical() {
            return date.toString();
        }

        @Override
        public String display() {
            return canonical();
        }

        @Override
        public Map<String, Object> input() {
            return Map.of("date", date.toString());
        }

        @Override
        public OptionalInt compare(AttributeValue other) {
            return other instanceof DateValue that ? OptionalInt.of(date.compareTo(that.date)) : OptionalInt.empty();
        }
    }

    record VersionValue(String version) implements AttributeValue {
        @Override
        public String canonical() {
            return Version.parse(version).canonical();
        }

        @Override
        public String display() {
            return version;
        }

        @Override
        public Map<String, Object> input() {
            return Map.of("version", version);
        }

        @Override
        public OptionalInt compare(AttributeValue other) {
            return other instanceof VersionValue that
                    ? OptionalInt.of(Version.parse(version).compareTo(Version.parse(that.version)))
                    : OptionalInt.empty();
        }
    }

    /** @param set without repeats, in order */
    record SetValue(List<String> set) implements AttributeValue {
        @Override
        public String canonical() {
            return Fingerprint.of(set);
        }

        @Override
        public String display() {
            return String.join(", ", set);
        }

        @Override
        public Map<String, Object> input() {
            return Map.of("set", set);
        }
    }

    /** From the form that {@link #input()} gives, as it is kept. */
    static AttributeValue stored(String json) {
        @SuppressWarnings("unchecked")
        Map<String, ?> input = Json.read(json, Map.class);
        var value = parse(input, new Problems(), "value");
        if (value == null) {
            throw new IllegalStateException("Not an attribute value: " + json);
        }
        return value;
    }

    /** From what a caller sent; null where a problem says why not. */
    static @Nullable AttributeValue parse(@Nullable Map<String, ?> input, Problems problems, Object... path) {
        var given = input == null
                ? List.<Map.Entry<String, ?>>of()
                : input.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .toList();
        if (given.size() != 1) {
            var message = "An attribute's value is exactly one of text, number, boolean, date, version and set.";
            problems.add(ProblemCode.REQUIRED, message, path);
            return null;
        }
        var kind = given.getFirst().getKey();
        return new ValueReader(problems, path).read(kind, given.getFirst().getValue());
    }

    /** Text as it counts: composed characters, no white space around. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
