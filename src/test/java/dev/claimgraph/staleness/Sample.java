package dev.claimgraph.staleness;

import dev.claimgraph.catalog.Lifecycle;
import java.util.List;
import java.util.Map;

/**
 * One value of the small universe, with what a person knows of it; nothing here asks the service how two values compare.
 *
 * @param input as a caller sends it
 * @param shown as a person writes it
 * @param same what equal values have in common, and no others
 * @param scale what it can be held against
 * @param rank its place on the scale; NaN where there is no order
 * @param members of a set
 */
record Sample(Map<String, Object> input, String shown, String same, String scale, double rank, List<String> members) {

    static Sample number(String value, String unit, String scale, double rank) {
        var number = unit.isEmpty() ? Map.of("value", value) : Map.of("value", value, "unit", unit);
        return new Sample(
                Map.of("number", number), (value + " " + unit).strip(), rank + " " + scale, scale, rank, List.of());
    }

    static Sample text(String sent, String shown) {
        return new Sample(Map.of("text", sent), shown, "the text " + shown, "text", Double.NaN, List.of());
    }

    static Sample version(String version, String same, double rank) {
        return new Sample(Map.of("version", version), version, "the version " + same, "version", rank, List.of());
    }

    static Sample date(String date, double rank) {
        return new Sample(Map.of("date", date), date, "the day " + date, "date", rank, List.of());
    }

    static Sample truth(boolean value) {
        return new Sample(Map.of("boolean", value), "" + value, "" + value, "boolean", Double.NaN, List.of());
    }

    static Sample set(List<String> sent, String... members) {
        var shown = String.join(", ", members);
        return new Sample(Map.of("set", sent), shown, "the set " + shown, "set", Double.NaN, List.of(members));
    }

    static Sample lifecycle(Lifecycle lifecycle) {
        return new Sample(Map.of(), lifecycle.name(), lifecycle.name(), "lifecycle", Double.NaN, List.of());
    }

    /** NUMBER, TEXT and so on: the name that it is sent under. */
    String type() {
        return input.keySet().stream().findFirst().orElse("lifecycle");
    }

    /** Whether the two are one value in one form, so that setting the one where the other is changes nothing. */
    boolean isWrittenLike(Sample other) {
        return type().equals(other.type()) && shown.equals(other.shown);
    }

    boolean equalTo(Sample other) {
        return same.equals(other.same);
    }

    boolean comparableWith(Sample other) {
        return scale.equals(other.scale);
    }

    boolean isOrdered() {
        return !Double.isNaN(rank);
    }

    @Override
    public String toString() {
        return type() + " " + shown;
    }
}
