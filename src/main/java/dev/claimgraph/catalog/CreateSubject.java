package dev.claimgraph.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What creating a subject of any type takes; a type's input in the schema names those that it has. */
public record CreateSubject(
        @Nullable String productId,
        @Nullable String key,
        @Nullable String name,
        @Nullable String summary,
        @Nullable Lifecycle lifecycle,
        @Nullable List<AttributeInput> attributes,
        @Nullable List<String> personaIds,
        @Nullable List<String> featureIds,
        @Nullable String ownerId,
        @Nullable String idempotencyKey) {}
