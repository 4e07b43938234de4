package dev.claimgraph.fact;

import dev.claimgraph.catalog.AttributeValue;
import dev.claimgraph.catalog.AttributeValue.SetValue;
import dev.claimgraph.catalog.AttributeValue.TextValue;
import dev.claimgraph.shared.Json;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The machine-testable form of a fact: one attribute held against one value. */
public record FactCheck(String attribute, CheckOperator operator, AttributeValue value) {

    /** From what a caller sent; null where a problem says why not, or where none was sent. */
    static @Nullable FactCheck parse(
            @Nullable FactCheckInput input, Map<String, AttributeValue> attributes, Problems problems) {
        if (input == null) {
            return null;
        }
        var name = problems.text(input.attribute(), 100, "check", "attribute");
        var value = AttributeValue.parse(input.value(), problems, "check", "value");
        var present = attributes.get(name);
        if (present == null) {
            var message = "The subject has no attribute %s.".formatted(name);
            problems.add(ProblemCode.UNKNOWN_ATTRIBUTE, message, "check", "attribute");
            return null;
        }
        if (value == null) {
            return null;
        }
        var check = new FactCheck(name, input.operator(), value);
        return check.fits(present, problems) ? check : null;
    }

    /** The same, whatever attributes the subject has now. */
    static @Nullable FactCheck asItWas(@Nullable FactCheckInput input, Problems problems) {
        if (input == null) {
            return null;
        }
        var name = problems.text(input.attribute(), 100, "check", "attribute");
        var value = AttributeValue.parse(input.value(), problems, "check", "value");
        return value == null ? null : new FactCheck(name, input.operator(), value);
    }

    /** Whether it holds; what cannot be evaluated (no such attribute, another type, a unit that does not fit) does not. */
    boolean holds(Map<String, AttributeValue> attributes) {
        var present = attributes.get(attribute);
        return present != null
                && switch (operator) {
                    case EQUAL ->
                        present.comparableWith(value) && present.fingerprint().equals(value.fingerprint());
                    case NOT_EQUAL ->
                        present.comparableWith(value) && !present.fingerprint().equals(value.fingerprint());
                    case AT_LEAST -> present.compare(value).stream().anyMatch(order -> order >= 0);
                    case AT_MOST -> present.compare(value).stream().anyMatch(order -> order <= 0);
                    case CONTAINS -> contains(present);
                };
    }

    /** What two checks must share to be the same check. */
    String canonical() {
        return attribute + " " + operator + " " + value.fingerprint();
    }

    /** As a person writes it: {@code max-file-size AT_LEAST 50 GB}. */
    public String display() {
        return attribute + " " + operator + " " + value.display();
    }

    String json() {
        return Json.write(Map.of("attribute", attribute, "operator", operator, "value", value.input()));
    }

    static FactCheck stored(String json) {
        var kept = Json.read(json, FactCheckInput.class);
        return new FactCheck(
                kept.attribute(),
                kept.operator(),
                AttributeValue.stored(Json.write(Objects.requireNonNull(kept.value()))));
    }

    private boolean contains(AttributeValue present) {
        return switch (present) {
            case TextValue text ->
                value instanceof TextValue part && text.text().contains(part.text());
            case SetValue set ->
                value instanceof TextValue member
                        ? set.set().contains(member.text())
                        : value instanceof SetValue members && new HashSet<>(set.set()).containsAll(members.set());
            default -> false;
        };
    }

    private boolean fits(AttributeValue present, Problems problems) {
        var before = problems.count();
        if (!operatorFits(present)) {
            var message =
                    "%s does not fit %s, which is a %s.".formatted(operator, attribute, AttributeValue.typeOf(present));
            problems.add(ProblemCode.OPERATOR_MISMATCH, message, "check", "operator");
        } else if (!valueFits(present)) {
            var message = "%s is a %s; a %s cannot be held against it."
                    .formatted(attribute, AttributeValue.typeOf(present), AttributeValue.typeOf(value));
            problems.add(ProblemCode.INVALID, message, "check", "value");
        } else if (operator != CheckOperator.CONTAINS && !present.comparableWith(value)) {
            var message = "%s is %s; %s is in a unit that does not convert to it."
                    .formatted(attribute, present.display(), value.display());
            problems.add(ProblemCode.UNIT_MISMATCH, message, "check", "value");
        }
        return problems.count() == before;
    }

    private boolean operatorFits(AttributeValue present) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> true;
            case AT_LEAST, AT_MOST -> present.compare(present).isPresent();
            case CONTAINS -> present instanceof TextValue || present instanceof SetValue;
        };
    }

    private boolean valueFits(AttributeValue present) {
        return present.getClass() == value.getClass()
                || (operator == CheckOperator.CONTAINS && value instanceof TextValue);
    }

    /** A check as a caller sends it. */
    public record FactCheckInput(
            String attribute,
            CheckOperator operator,
            @Nullable Map<String, Object> value) {}
}
