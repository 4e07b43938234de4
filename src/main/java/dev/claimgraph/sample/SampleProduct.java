package dev.claimgraph.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.claimgraph.catalog.Products.CreateProduct;
import org.jspecify.annotations.Nullable;

/** A product of the sample company. */
record SampleProduct(
        @JsonProperty(required = true) String key,
        @Nullable String name,
        @Nullable String description) implements SampleEntry {

    CreateProduct input() {
        return new CreateProduct(key, name, description, null, null);
    }
}
