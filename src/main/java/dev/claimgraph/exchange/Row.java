package dev.claimgraph.exchange;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a file.
 *
 * @param line where it stands, from 1
 * @param fields those of the input that creates such a thing
 * @param attested what an admin attests of it; null where the row does not say
 */
record Row(
        long line,
        RowType type,
        Map<String, Object> fields,
        @Nullable Map<String, Object> attested) {

    static final String ATTESTED = "attested";

    /** @param given with what is attested among it, where that may be and has the form of an object */
    static Row of(long line, RowType type, Map<String, Object> given) {
        if (!type.isAttested) {
            return new Row(line, type, given, null);
        }
        var fields = new HashMap<>(given);
        var attested = fields.remove(ATTESTED);
        return new Row(line, type, fields, attested instanceof Map<?, ?> map ? object(map) : null);
    }

    /** An object within a row, as it was read of JSON. */
    static Map<String, Object> object(Map<?, ?> given) {
        var object = new HashMap<String, Object>();
        given.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }

    @Nullable
    String key() {
        return fields.get("key") instanceof String key ? key : null;
    }
}
