package dev.claimgraph.claim;

import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * New wording for a claim that was approved: submitted and approved like a claim, and put in place by approval.
 *
 * @param asOf the moment that somebody looks back at; null for the present
 */
public record Draft(
        ClaimStatus status,
        ClaimContent content,
        List<String> writerIds,
        Written written,
        @Nullable Instant asOf) {

    static @Nullable Draft stored(@Nullable String json) {
        return json == null ? null : Json.read(json, Draft.class);
    }

    Draft asOf(Instant moment) {
        return new Draft(status, content, writerIds, written, moment);
    }

    /** As the graph keeps it; null takes it away. */
    static Map<String, Object> properties(@Nullable Draft draft) {
        var properties = new HashMap<String, Object>();
        properties.put("draft", Json.writeOrNull(draft));
        properties.put("draftStatus", draft == null ? null : draft.status.name());
        properties.put("draftWriterIds", draft == null ? null : draft.writerIds);
        return properties;
    }

    Draft in(ClaimStatus next, Instant at, String by, @Nullable String reason) {
        return new Draft(next, content, writerIds, new Written(at, by, reason), null);
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
