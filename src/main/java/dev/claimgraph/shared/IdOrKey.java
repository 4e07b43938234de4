package dev.claimgraph.shared;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds one thing by its id or by its key, whichever of the two was given. */
public final class IdOrKey {

    private IdOrKey() {}

    /** @throws BadArgument unless one of the two was given, and one only */
    public static <T> @Nullable T find(
            @Nullable String id,
            @Nullable String key,
            Function<String, Optional<T>> byId,
            Function<String, Optional<T>> byKey) {
        if (id != null && key == null) {
            return byId.apply(id).orElse(null);
        }
        if (id == null && key != null) {
            return byKey.apply(key).orElse(null);
        }
        throw new BadArgument("Give an id or a key, and one of the two only.");
    }
}
