package dev.claimgraph.history;

import dev.claimgraph.shared.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * One thing that is not after a change as it was before.
 *
 * @param path where, field by field, list positions as numbers from 0: {@code content.text}
 * @param before as text; null where it was not there
 * @param after as text; null where it is not there any more
 */
record Difference(
        String path, @Nullable String before, @Nullable String after) {

    static List<Difference> between(@Nullable String before, String after) {
        var differences = new ArrayList<Difference>();
        compare(
                "",
                before == null ? NullNode.instance : Json.read(before, JsonNode.class),
                Json.read(after, JsonNode.class),
                differences);
        return List.copyOf(differences);
    }

    private static void compare(String path, JsonNode before, JsonNode after, Collection<Difference> differences) {
        if (before.equals(after)) {
            return;
        }
        if (before.isArray() || after.isArray()) {
            for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(within(path, String.valueOf(i)), part(before.get(i)), part(after.get(i)), differences);
            }
        } else if (before.isObject() || after.isObject()) {
            var names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(
                    name -> compare(within(path, name), part(before.get(name)), part(after.get(name)), differences));
        }
        var was = text(before);
        var is = text(after);
        if (!Objects.equals(was, is)) {
            differences.add(new Difference(path, was, is));
        }
    }

    private static JsonNode part(@Nullable JsonNode node) {
        return node == null ? NullNode.instance : node;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isContainer() || node.isNull() ? null : node.asString();
    }

    private static String within(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
