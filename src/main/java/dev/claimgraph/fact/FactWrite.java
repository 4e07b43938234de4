package dev.claimgraph.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one write does to a fact.
 *
 * @param content what it says and is judged on from now on
 * @param properties the others that it sets
 * @param evidence what comes to back it
 * @param backed how many pieces of evidence backed it before
 * @param decisions the one that it makes, where it makes one
 */
record FactWrite(
        FactContent content,
        Map<String, Object> properties,
        List<Evidence> evidence,
        int backed,
        List<Map<String, Object>> decisions) {

    FactWrite(FactContent content, Map<String, Object> properties) {
        this(content, properties, List.of(), 0, List.of());
    }

    Map<String, Object> parameters() {
        var set = content.properties();
        set.putAll(properties);
        return new HashMap<>(Map.of("properties", set, "evidence", pieces(), "decisions", decisions));
    }

    private List<Map<String, Object>> pieces() {
        var pieces = new ArrayList<Map<String, Object>>();
        for (var piece : evidence) {
            var properties = piece.properties();
            properties.put("number", backed + pieces.size());
            pieces.add(properties);
        }
        return pieces;
    }
}
