package dev.claimgraph.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which products or subjects a list shows; a type's filter in the schema names those that it has. */
record CatalogFilter(
        @Nullable List<String> keys,
        @Nullable String name,
        @Nullable String ownerId,
        @Nullable List<String> productKeys,
        @Nullable List<Lifecycle> lifecycle,
        @Nullable List<String> personaKeys,
        @Nullable List<String> featureKeys) {

    static final CatalogFilter NONE = new CatalogFilter(null, null, null, null, null, null, null);

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("keys", keys);
        parameters.put("name", name);
        parameters.put("ownerId", ownerId);
        parameters.put("productKeys", productKeys);
        parameters.put(
                "lifecycle",
                lifecycle == null ? null : lifecycle.stream().map(Enum::name).toList());
        parameters.put("personaKeys", personaKeys);
        parameters.put("featureKeys", featureKeys);
        return parameters;
    }
}
