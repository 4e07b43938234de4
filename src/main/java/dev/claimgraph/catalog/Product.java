package dev.claimgraph.catalog;

import dev.claimgraph.shared.Identified;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
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

    static Product from(Value product) {
        return new Product(
                product.get("id").asString(),
                product.get("key").asString(),
                product.get("name").asString(),
                product.get("description").asString(null),
                product.get("ownerId").asString(),
                product.get("createdAt").asZonedDateTime().toInstant(),
                product.get("version").asLong());
    }

    /** As it is once it was written with this owner. */
    Product ownedBy(String ownerId) {
        return new Product(id, key, name, description, ownerId, createdAt, revision());
    }

    Product with(String name, @Nullable String description, String ownerId) {
        return new Product(id, key, name, description, ownerId, createdAt, version);
    }

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
