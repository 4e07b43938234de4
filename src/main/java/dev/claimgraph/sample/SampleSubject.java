package dev.claimgraph.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.claimgraph.catalog.AttributeInput;
import dev.claimgraph.catalog.CreateSubject;
import dev.claimgraph.catalog.Lifecycle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject of the sample company, of whichever type.
 *
 * @param product a feature's, by its key
 * @param personas who has it, where it is a market problem, by their keys
 * @param features what solves it, where it is a market problem, by their keys
 */
record SampleSubject(
        @JsonProperty(required = true) String key,
        @Nullable String product,
        @Nullable String name,
        @Nullable String summary,
        @Nullable Lifecycle lifecycle,
        @Nullable List<AttributeInput> attributes,
        @Nullable List<String> personas,
        @Nullable List<String> features)
        implements SampleEntry {

    CreateSubject input(SampleRun run) {
        return new CreateSubject(
                product == null ? null : run.id("product", product),
                key,
                name,
                summary,
                lifecycle,
                attributes,
                run.ids("persona", personas),
                run.ids("feature", features),
                null,
                null);
    }
}
