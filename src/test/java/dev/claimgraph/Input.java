package dev.claimgraph;

import java.util.LinkedHashMap;
import java.util.Map;

/** A mutation's input, put together field by field. */
public record Input(String mutation, Map<String, Object> fields) {

    /** @param mutation the operation's name as the contract has it: {@code DraftClaim} */
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

    /** The contract's operation or, where it has none, one that asks why it was refused. */
    public String document() {
        return Contract.operations()
                .getOrDefault(
                        mutation,
                        "mutation($input: %sInput!) { %s(input: $input) { problems { code message path } } }"
                                .formatted(mutation, field()));
    }

    String field() {
        return Character.toLowerCase(mutation.charAt(0)) + mutation.substring(1);
    }
}
