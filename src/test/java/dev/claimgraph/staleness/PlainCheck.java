package dev.claimgraph.staleness;

import dev.claimgraph.fact.CheckOperator;
import dev.claimgraph.shared.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A check by the letter of the vocabulary. */
record PlainCheck(String attribute, CheckOperator operator, Sample value) {

    boolean holds(Map<String, Sample> values) {
        var present = values.get(attribute);
        return present != null
                && switch (operator) {
                    case EQUAL -> present.comparableWith(value) && present.equalTo(value);
                    case NOT_EQUAL -> present.comparableWith(value) && !present.equalTo(value);
                    case AT_LEAST -> present.comparableWith(value) && present.rank() >= value.rank();
                    case AT_MOST -> present.comparableWith(value) && present.rank() <= value.rank();
                    case CONTAINS -> contains(present);
                };
    }

    private boolean contains(Sample present) {
        return switch (present.type() + " " + value.type()) {
            case "text text" -> present.shown().contains(value.shown());
            case "set text" -> present.members().contains(value.shown());
            case "set set" -> present.members().containsAll(value.members());
            default -> false;
        };
    }

    /** What keeps it from being written on a subject with these values; null where nothing does. */
    @Nullable
    ProblemCode misfit(Map<String, Sample> values) {
        var present = values.get(attribute);
        if (present == null) {
            return ProblemCode.UNKNOWN_ATTRIBUTE;
        }
        var fits = switch (operator) {
            case EQUAL, NOT_EQUAL -> true;
            case AT_LEAST, AT_MOST -> present.isOrdered();
            case CONTAINS -> List.of("text", "set").contains(present.type());
        };
        if (!fits) {
            return ProblemCode.OPERATOR_MISMATCH;
        }
        var isContained = operator == CheckOperator.CONTAINS;
        if (!present.type().equals(value.type())
                && !(isContained && value.type().equals("text"))) {
            return ProblemCode.INVALID;
        }
        return isContained || present.comparableWith(value) ? null : ProblemCode.UNIT_MISMATCH;
    }

    /** What two checks must share to be the same check, whatever form their values have. */
    String same() {
        return attribute + " " + operator + " " + value.same();
    }

    boolean isWrittenLike(@Nullable PlainCheck other) {
        return other != null
                && attribute.equals(other.attribute)
                && operator == other.operator
                && value.isWrittenLike(other.value);
    }

    @Override
    public String toString() {
        return attribute + " " + operator + " " + value;
    }
}
