package dev.claimgraph.claim;

import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New wording for a claim that was approved: submitted and approved like a claim, and put in place by approval. */
public record Draft(ClaimStatus status, ClaimContent content, List<String> writerIds, Written written) {

    static @Nullable Draft stored(@Nullable String json) {
        return json == null ? null : Json.read(json, Draft.class);
    }

    Draft in(ClaimStatus next, Instant at, String by, @Nullable String reason) {
        return new Draft(next, content, writerIds, new Written(at, by, reason));
    }

    public String text() {
        return content.text();
    }

    public ClaimKind kind() {
        return content.kind();
    }

    public List<String> qualifiers() {
        return content.qualifiers();
    }

    public List<Variant> variants() {
        return content.variants();
    }

    public @Nullable Instant expiresAt() {
        return content.expiresAt();
    }
}
