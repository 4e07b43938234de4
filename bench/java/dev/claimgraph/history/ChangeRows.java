package dev.claimgraph.history;

import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The change log as the doors would have written it: rows with their places in the order of commits, chained by their hashes. */
public final class ChangeRows {

    private final List<Map<String, Object>> rows = new ArrayList<>();
    private long position;
    private long number;
    private String aggregate = "";
    private @Nullable String hash;

    /** Notes a commit of one change, which follows the one noted before it where both are of the same aggregate. */
    public void add(String actorId, String action, String id, @Nullable Object before, Object after, Collection<String> touched, Instant at) {
        var follows = id.equals(aggregate);
        number = follows ? number + 1 : 1;
        var row = row(actorId, action, id, Json.writeOrNull(before), Json.write(after), touched, number, follows ? hash : null, at);
        position++;
        row.put("position", position);
        row.put("commit", position);
        rows.add(row);
        aggregate = id;
        hash = String.valueOf(row.get("hash"));
    }

    /** Those noted since this was last asked. */
    public List<Map<String, Object>> taken() {
        var taken = List.copyOf(rows);
        rows.clear();
        return taken;
    }

    public long position() {
        return position;
    }

    /** One change without its position. @param previousHash of the one before it; null for the first */
    public static Map<String, Object> row(
            String actorId,
            String action,
            String aggregate,
            @Nullable String before,
            String after,
            Collection<String> touched,
            long number,
            @Nullable String previousHash,
            Instant at) {
        var sorted = touched.stream().distinct().sorted().toList();
        return Change.row(new Change.Pending(aggregate, actorId, action, sorted, before, after), number, previousHash, at);
    }
}
