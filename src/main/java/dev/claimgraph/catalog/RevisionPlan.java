package dev.claimgraph.catalog;

import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a revision makes of a subject, before anything is written. */
public record RevisionPlan(Subject before, Subject after) {

    private static final int MOST_ATTRIBUTES = 200;

    /**
     * @param problems what is known to be wrong with the input already
     * @throws dev.claimgraph.shared.Refusal with everything that is wrong with the input
     */
    static RevisionPlan of(Subject before, ReviseSubject input, Problems problems, Instant now) {
        var name = input.name() == null ? before.name() : problems.text(input.name(), Problems.NAME, "name");
        var summary = input.summary().isOmitted()
                ? before.summary()
                : problems.optionalText(input.summary().value(), Problems.LONG_TEXT, "summary");
        problems.optionalText(input.note(), Problems.LONG_TEXT, "note");
        var values = new TreeMap<>(before.values());
        values.putAll(read(input.setAttributes(), problems, "setAttributes"));
        var set = names(input.setAttributes());
        for (var given : Objects.requireNonNullElse(input.removeAttributes(), List.<String>of())) {
            var removed = given.strip();
            if (set.contains(removed)) {
                var message = "%s is both set and removed; send one of the two.".formatted(removed);
                problems.add(ProblemCode.INVALID, message, "removeAttributes");
            }
            values.remove(removed);
        }
        atMost(values, problems, "setAttributes");
        problems.refuse();
        var after = new Subject(
                before.id(),
                before.type(),
                before.key(),
                name,
                summary,
                input.lifecycle() == null ? before.lifecycle() : input.lifecycle(),
                before.revision() + 1,
                before.productId(),
                before.ownOwnerId(),
                before.ownerId(),
                sorted(input.personaIds(), before.personaIds()),
                sorted(input.featureIds(), before.featureIds()),
                values,
                false,
                before.createdAt(),
                now);
        return new RevisionPlan(before, after);
    }

    /** The first one, before which there was nothing. */
    static RevisionPlan ofNew(Subject created) {
        var nothing = new Subject(
                created.id(),
                created.type(),
                created.key(),
                "",
                null,
                null,
                0,
                created.productId(),
                created.ownOwnerId(),
                created.ownerId(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                false,
                created.createdAt(),
                created.createdAt());
        return new RevisionPlan(nothing, created);
    }

    /** Whether anything is really different. */
    public boolean changesAnything() {
        return !moved().isEmpty();
    }

    List<Revision.Moved> moved() {
        var moved = new ArrayList<Revision.Moved>();
        compare("name", before.revision() == 0 ? null : before.name(), after.name(), moved);
        compare("summary", before.summary(), after.summary(), moved);
        compare(
                "lifecycle",
                Objects.toString(before.lifecycle(), null),
                Objects.toString(after.lifecycle(), null),
                moved);
        compare("personas", String.join(", ", before.personaIds()), String.join(", ", after.personaIds()), moved);
        compare("features", String.join(", ", before.featureIds()), String.join(", ", after.featureIds()), moved);
        for (var name : attributesMoved()) {
            var was = before.values().get(name);
            var is = after.values().get(name);
            moved.add(new Revision.Moved(name, was == null ? null : was.display(), is == null ? null : is.display()));
        }
        return moved;
    }

    Set<String> attributesMoved() {
        return after.attributesMovedSince(before);
    }

    /** Reads sent attributes; what cannot be one is a problem. */
    static SortedMap<String, AttributeValue> read(
            @Nullable List<AttributeInput> attributes, Problems problems, String field) {
        var values = new TreeMap<String, AttributeValue>();
        var seen = new HashSet<String>();
        for (var i = 0; attributes != null && i < attributes.size(); i++) {
            var attribute = attributes.get(i);
            var name = problems.text(attribute.name(), 100, field, i, "name");
            if (name.equals("lifecycle")) {
                problems.add(ProblemCode.INVALID, "An attribute may not be named lifecycle.", field, i, "name");
            }
            if (!seen.add(name)) {
                problems.add(ProblemCode.INVALID, "%s stands here twice.".formatted(name), field, i, "name");
            }
            var value = AttributeValue.parse(attribute.value(), problems, field, i, "value");
            if (value != null) {
                values.put(name, value);
            }
        }
        atMost(values, problems, field);
        return values;
    }

    private static void atMost(SortedMap<String, AttributeValue> values, Problems problems, String field) {
        if (values.size() > MOST_ATTRIBUTES) {
            var message =
                    "A subject has at most %d attributes; these would be %d.".formatted(MOST_ATTRIBUTES, values.size());
            problems.add(ProblemCode.TOO_LONG, message, field);
        }
    }

    private static Set<String> names(@Nullable List<AttributeInput> attributes) {
        var names = new HashSet<String>();
        if (attributes != null) {
            attributes.forEach(attribute -> names.add(attribute.name().strip()));
        }
        return names;
    }

    private static List<String> sorted(@Nullable List<String> given, List<String> present) {
        return given == null ? present : given.stream().distinct().sorted().toList();
    }

    private static void compare(
            String attribute, @Nullable String before, @Nullable String after, List<Revision.Moved> moved) {
        if (!Objects.equals(before, after)) {
            moved.add(new Revision.Moved(attribute, before, after));
        }
    }
}
