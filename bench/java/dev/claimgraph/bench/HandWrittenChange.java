package dev.claimgraph.bench;

import dev.claimgraph.history.ChangeRows;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Value;

/** What the log has of something, and what is appended to it by hand: its last word, edited, and chained to that. */
final class HandWrittenChange {

    private HandWrittenChange() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> state(Value head) {
        return Json.read(head.get("after").asString(), TreeMap.class);
    }

    static Map<String, Object> row(
            String action, String id, Value head, Map<String, Object> state, List<String> touched, Instant at) {
        return ChangeRows.row(
                Seed.OWNER,
                action,
                id,
                head.get("after").asString(),
                Json.write(state),
                touched,
                head.get("number").asLong() + 1,
                head.get("hash").asString(),
                at);
    }
}
