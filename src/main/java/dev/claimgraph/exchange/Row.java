package dev.claimgraph.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a file.
 *
 * @param line where it stands, from 1
 * @param fields those of the input that creates such a thing
 */
record Row(long line, RowType type, Map<String, Object> fields) {

    @Nullable
    String key() {
        return fields.get("key") instanceof String key ? key : null;
    }
}
