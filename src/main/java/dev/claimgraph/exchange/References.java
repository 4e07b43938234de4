package dev.claimgraph.exchange;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Teams;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Puts ids where rows name other things by their keys; what is not there yet is named by its kind and key. */
@Component
class References {

    private static final String SUBJECT = "subject";
    private static final String OWNER = "owner";

    private static final String DRAFT = "draft";
    static final Map<String, String> OF_ATTESTED = Map.of("successorId", "claim", "fallbackId", "claim");

    private final People people;
    private final Teams teams;
    private final Everything everything;

    References(People people, Teams teams, Everything everything) {
        this.people = people;
        this.teams = teams;
        this.everything = everything;
    }

    /** @param rows all of one type */
    List<Row> resolved(List<Row> rows) {
        var references = rows.getFirst().type().references;
        var named = new HashMap<String, Set<String>>();
        rows.forEach(row -> {
            note(row.fields(), references, named);
            if (row.attested() != null) {
                note(row.attested(), OF_ATTESTED, named);
                draft(row.attested()).ifPresent(draft -> note(draft, references, named));
            }
        });
        var ids = new HashMap<String, String>();
        named.forEach((kind, keys) -> ids(kind, keys).forEach((key, id) -> ids.put(Coming.name(kind, key), id)));
        return rows.stream()
                .map(row -> new Row(
                        row.line(),
                        row.type(),
                        with(row.fields(), references, ids),
                        row.attested() == null ? null : attested(row.attested(), references, ids)))
                .toList();
    }

    private static Map<String, Object> attested(
            Map<String, Object> attested, Map<String, String> references, Map<String, String> ids) {
        var resolved = with(attested, OF_ATTESTED, ids);
        draft(attested).ifPresent(draft -> resolved.put(DRAFT, with(draft, references, ids)));
        return resolved;
    }

    private static Optional<Map<String, Object>> draft(Map<String, Object> attested) {
        return attested.get(DRAFT) instanceof Map<?, ?> draft ? Optional.of(Row.object(draft)) : Optional.empty();
    }

    private static Map<String, Object> with(
            Map<String, Object> given, Map<String, String> references, Map<String, String> ids) {
        var fields = new HashMap<>(given);
        references.forEach((field, kind) -> {
            UnaryOperator<Object> resolve = value -> {
                if (!(value instanceof String text)) {
                    return value;
                }
                var name = Reference.of(kind, text).name();
                return ids.getOrDefault(name, Id.kindOf(text) == null ? name : text);
            };
            fields.computeIfPresent(
                    field,
                    (name, value) -> value instanceof List<?> many
                            ? many.stream().map(one -> resolve.apply(one)).toList()
                            : resolve.apply(value));
        });
        return fields;
    }

    private static void note(
            Map<String, Object> fields, Map<String, String> references, Map<String, Set<String>> named) {
        references.forEach((field, kind) -> {
            var given = fields.get(field);
            Collection<?> all = given instanceof List<?> many ? many : given == null ? List.of() : List.of(given);
            all.stream()
                    .filter(String.class::isInstance)
                    .map(text -> Reference.of(kind, (String) text))
                    .forEach(reference -> named.computeIfAbsent(reference.kind(), any -> new HashSet<>())
                            .add(reference.key()));
        });
    }

    /** Notes what is of no certain kind or of none that fits, and owners to come who may not be that. @param row with references resolved */
    static void checkKinds(Row row, Problems problems, Coming coming) {
        row.type().references.forEach((field, kind) -> {
            var name = String.valueOf(row.fields().get(field));
            var isOpen = kind.equals(SUBJECT) || kind.equals(OWNER);
            if (isOpen && name.startsWith(Coming.name(kind, ""))) {
                var example = kind.equals(SUBJECT) ? "feature/sync or persona/buyer" : "person/nina or team/platform";
                var message = "The key of %s has its kind before it, as in %s.".formatted(field, example);
                problems.add(ProblemCode.INVALID, message, field);
            } else if (kind.equals(OWNER) && coming.has(name) && !coming.mayOwn(name)) {
                var message =
                        "%s is neither a team nor a product owner or an admin; name another owner.".formatted(name);
                problems.add(ProblemCode.INVALID, message, field);
            }
        });
    }

    /** Those of some keys that have the form of an id, and are not among others: what has no key of its own is known by it. */
    static List<String> ids(Collection<String> keys, Set<String> others) {
        return keys.stream()
                .filter(key -> Id.kindOf(key) != null && !others.contains(key))
                .toList();
    }

    private Map<String, String> ids(String kind, Set<String> keys) {
        return switch (kind) {
            case "person" -> people.idsByAccount(keys);
            case "team" -> teams.idsByKey(keys);
            default ->
                Arrays.stream(RowType.values())
                        .filter(type -> type.kind.equals(kind))
                        .findFirst()
                        .map(type -> everything.ids(type, keys))
                        .orElse(Map.of());
        };
    }

    /** Another thing, as a row names it. */
    private record Reference(String kind, String key) {

        /** What may be of several kinds has its kind in front of its key; where there is none, it is not found. */
        static Reference of(String kind, String text) {
            var slash = text.indexOf('/');
            return (kind.equals(SUBJECT) || kind.equals(OWNER)) && slash > 0
                    ? new Reference(text.substring(0, slash), text.substring(slash + 1))
                    : new Reference(kind, text);
        }

        String name() {
            return Coming.name(kind, key);
        }
    }
}
