package dev.claimgraph.catalog;

import dev.claimgraph.shared.Identified;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * What the company sells; it groups features and names who answers for them.
 *
 * @param ownerId the person named as its owner, else who created it
 * @param version one less than its revision; null until it is saved
 */
@Node
public record Product(
        @Id String id,
        String key,
        String name,
        @Nullable String description,
        String ownerId,
        Instant createdAt,
        @Version @Nullable Long version)
        implements Identified {

    public long revision() {
        return version == null ? 1 : version + 1;
    }

    Map<String, Object> state() {
        var state = new HashMap<String, Object>(
                Map.of("type", "Product", "key", key, "name", name, "ownerId", ownerId, "revision", revision()));
        if (description != null) {
            state.put("description", description);
        }
        return state;
    }
}
