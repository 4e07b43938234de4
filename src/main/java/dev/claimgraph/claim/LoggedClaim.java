package dev.claimgraph.claim;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.history.Change;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the change log keeps it: {@link Claim#state}.
 *
 * @param stamps by fact; null where the link was not stamped yet
 */
record LoggedClaim(
        @Nullable String key,
        ClaimStatus status,
        long revision,
        ClaimContent content,
        String authorId,
        List<String> writerIds,
        Written written,
        List<Approval> approvals,
        List<Approval> pendingApprovals,
        Map<String, @Nullable String> stamps,
        @Nullable String successorId,
        @Nullable String fallbackId,
        @Nullable Draft draft,
        Instant createdAt,
        Instant updatedAt) {

    static LoggedClaim after(Change change) {
        return of(change.after());
    }

    /** @param json what a change kept of it */
    static LoggedClaim of(String json) {
        return Json.read(json, LoggedClaim.class);
    }

    /** @param facts as they stood, as the subjects did */
    Claim claim(String id, Map<String, Fact> facts, Map<String, Subject> subjects, Instant moment) {
        var links = content.factIds().stream()
                .map(facts::get)
                .filter(Objects::nonNull)
                .map(fact -> Link.of(stamps.get(fact.id()), fact))
                .toList();
        return new Claim(
                id,
                key,
                status,
                revision,
                content,
                authorId,
                writerIds,
                written,
                Json.write(approvals),
                Json.write(pendingApprovals),
                links,
                found(content.personaIds(), subjects),
                found(content.marketProblemIds(), subjects),
                found(content.competitorIds(), subjects),
                successorId,
                fallbackId,
                draft == null ? null : draft.asOf(moment),
                null,
                moment,
                createdAt,
                updatedAt,
                Derivation.of(status, written, content, links, moment));
    }

    private static List<Subject> found(List<String> ids, Map<String, Subject> subjects) {
        return ids.stream().map(subjects::get).filter(Objects::nonNull).toList();
    }
}
