package dev.claimgraph.bench;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.neo4j.driver.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the service's answers against those of hand-written statements. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Tokens of the service's own. */
    private static final Set<String> TOKENS = Set.of("basis", "cursor", "endCursor");

    private Answers() {}

    /** All that the service says, but for its tokens, has to be in the statement's answer; a connection is the list of its nodes there. */
    static void mustBeSame(JsonNode ours, Value statement) {
        var theirs = JSON.<JsonNode>valueToTree(plain(statement.asObject()));
        if (!holds(theirs, ours)) {
            throw new IllegalStateException("Not the same answer:%n%s%n%s".formatted(ours, theirs));
        }
    }

    private static boolean holds(JsonNode theirs, JsonNode ours) {
        if (ours.isArray()) {
            return theirs.size() == ours.size()
                    && IntStream.range(0, ours.size()).allMatch(i -> holds(theirs.get(i), ours.get(i)));
        }
        if (ours.has("nodes") && theirs.isArray()) {
            return holds(theirs, ours.get("nodes"));
        }
        return ours.isObject()
                ? ours.propertyNames().stream()
                        .filter(name -> !TOKENS.contains(name))
                        .allMatch(name -> theirs.has(name) && holds(theirs.get(name), ours.get(name)))
                : ours.equals(theirs);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> fields -> {
                var plain = new HashMap<String, Object>();
                fields.forEach((name, field) -> plain.put((String) name, field == null ? null : plain(field)));
                yield plain;
            }
            case List<?> items -> items.stream().map(Answers::plain).toList();
            case ZonedDateTime time -> time.toInstant().toString();
            case LocalDate day -> day.toString();
            case Long number -> number.intValue();
            default -> value;
        };
    }
}
