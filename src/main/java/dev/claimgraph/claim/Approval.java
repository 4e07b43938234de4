package dev.claimgraph.claim;

import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's approval of a claim as they were shown it.
 *
 * @param basis the claim's basis as it was then: the approval's stamp, which it counts by
 * @param reaffirms whether it says that wording which was approved before still fits
 */
public record Approval(
        String personId, Instant at, String basis, @Nullable String note, boolean reaffirms) {

    static List<Approval> stored(@Nullable String json) {
        return json == null ? List.of() : Arrays.asList(Json.read(json, Approval[].class));
    }
}
