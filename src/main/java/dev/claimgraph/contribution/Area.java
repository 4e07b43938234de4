package dev.claimgraph.contribution;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Role;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * What somebody decides in: the features of one product, or all of what its kind says that no other area has.
 *
 * @param productId the product whose features it is about; null for all other areas
 * @param stewardId the person or team who decides; null where nobody is named
 */
public record Area(
        String id,
        AreaKind kind,
        @Nullable String productId,
        @Nullable String stewardId) implements Identified {

    /** What the graph keeps in place of a steward, so that an index finds who has none. */
    static final String NOBODY = "";

    static Area from(Value area) {
        var steward = area.get("stewardId").asString();
        return new Area(
                area.get("id").asString(),
                AreaKind.valueOf(area.get("kind").asString()),
                area.get("productId").asString(null),
                steward.equals(NOBODY) ? null : steward);
    }

    /** Unique among areas: of two who make one at once, one does. */
    static String key(AreaKind kind, @Nullable String productId) {
        return productId == null ? kind.name() : kind.name() + "/" + productId;
    }

    Area stewardedBy(@Nullable String ownerId) {
        return new Area(id, kind, productId, ownerId);
    }

    /** Whether it is theirs to decide in: the steward's, anyone's of the role where there is none, and always an admin's. */
    boolean isDecidedBy(Actor actor) {
        return actor.is(Role.ADMIN)
                || actor.is(Role.STEWARD)
                        && (stewardId == null || actor.answersFor().contains(stewardId));
    }

    Map<String, Object> state() {
        var state = new HashMap<String, Object>(Map.of("type", "Area", "kind", kind));
        state.put("productId", productId);
        state.put("stewardId", stewardId);
        return state;
    }
}
