package dev.claimgraph;

import java.util.LinkedHashMap;
import java.util.Map;

/** A mutation's input, put together field by field. */
public record Input(String mutation, Map<String, Object> fields) {

    /** @param mutation the contract's name of the operation: {@code DraftClaim} */
    public static Input to(String mutation) {
        return new Input(mutation, Map.of());
    }

    public Input with(String field, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Input(mutation, more);
    }

    public Input without(String field) {
        var fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return new Input(mutation, fewer);
    }

    String field() {
        return Character.toLowerCase(mutation.charAt(0)) + mutation.substring(1);
    }
}
