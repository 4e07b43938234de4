package dev.claimgraph.contribution;

import dev.claimgraph.fact.Evidence;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * Knowledge that somebody offers.
 *
 * @param productId the product of the feature that it is about; null where it is about no feature
 * @param areaId where it waits for a decision, or was decided on
 * @param evidence what is offered to back a fact; null for the other kinds
 * @param becameId the fact or market problem that it led to; null before it was accepted
 */
record Contribution(
        String id,
        ContributionKind kind,
        ContributionStatus status,
        ContributionContent content,
        @Nullable String productId,
        String areaId,
        String personId,
        Instant at,
        @Nullable Decided decision,
        @Nullable String becameId)
        implements Identified {

    static Contribution from(Value contribution) {
        var evidence = contribution.get("evidence").asString(null);
        var content = new ContributionContent(
                contribution.get("text").asString(),
                contribution.get("note").asString(null),
                contribution.get("name").asString(null),
                contribution.get("key").asString(null),
                contribution.get("subjectId").asString(null),
                contribution.get("factId").asString(null),
                evidence == null ? null : Json.read(evidence, Evidence.class));
        return new Contribution(
                contribution.get("id").asString(),
                ContributionKind.valueOf(contribution.get("kind").asString()),
                ContributionStatus.valueOf(contribution.get("status").asString()),
                content,
                contribution.get("productId").asString(null),
                contribution.get("areaId").asString(),
                contribution.get("byId").asString(),
                contribution.get("at").asZonedDateTime().toInstant(),
                contribution.get("decidedAt").isNull() ? null : Decided.from(contribution),
                contribution.get("becameId").asString(null));
    }

    public String text() {
        return content.text();
    }

    public @Nullable String note() {
        return content.note();
    }

    public @Nullable String name() {
        return content.name();
    }

    public @Nullable String key() {
        return content.key();
    }

    public @Nullable Evidence evidence() {
        return content.evidence();
    }

    Contribution decided(ContributionStatus status, Decided decision, @Nullable String becameId) {
        return new Contribution(id, kind, status, content, productId, areaId, personId, at, decision, becameId);
    }

    /** As the graph keeps it. */
    Map<String, Object> properties() {
        var properties = content.properties();
        properties.put("id", id);
        properties.put("kind", kind.name());
        properties.put("status", status.name());
        properties.put("productId", productId);
        properties.put("areaId", areaId);
        properties.put("byId", personId);
        properties.put("at", at.atZone(ZoneOffset.UTC));
        properties.put("becameId", becameId);
        if (decision != null) {
            properties.put("decidedAt", decision.at().atZone(ZoneOffset.UTC));
            properties.put("decidedBy", decision.personId());
            properties.put("decidedBecause", decision.reason());
        }
        return properties;
    }

    /** The whole of it, for the change log; where it waits follows from its area's kind and product, where it was decided is told. */
    Map<String, Object> state() {
        var state = content.properties();
        state.put("type", "Contribution");
        state.put("kind", kind);
        state.put("status", status);
        state.put("productId", productId);
        state.put("personId", personId);
        state.put("areaId", decision == null ? null : areaId);
        state.put("decision", decision);
        state.put("becameId", becameId);
        return state;
    }

    /**
     * How it was decided.
     *
     * @param reason why; null where nothing was said
     */
    record Decided(Instant at, String personId, @Nullable String reason) {

        static Decided from(Value contribution) {
            return new Decided(
                    contribution.get("decidedAt").asZonedDateTime().toInstant(),
                    contribution.get("decidedBy").asString(),
                    contribution.get("decidedBecause").asString(null));
        }
    }
}
