package dev.claimgraph.fact;

import dev.claimgraph.catalog.Revision;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.shared.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one write does to a fact.
 *
 * @param content what it says and is judged on from now on
 * @param properties the others that it sets
 * @param evidence what comes to back it
 * @param backed how many pieces of evidence backed it before
 * @param decisions the one that it makes, where it makes one
 */
record FactWrite(
        FactContent content,
        Map<String, Object> properties,
        List<Evidence> evidence,
        int backed,
        List<Map<String, Object>> decisions) {

    FactWrite(FactContent content, Map<String, Object> properties) {
        this(content, properties, List.of(), 0, List.of());
    }

    /** What a decision on a fact does to it. */
    static FactWrite decided(
            Actor actor,
            Fact before,
            FactContent content,
            FactState state,
            VerifyFact input,
            @Nullable Instant validUntil,
            Instant now) {
        var number = before.decisions() + 1;
        var verification = new HashMap<String, Object>();
        verification.put("id", Verification.id(before.id(), number));
        verification.put("factId", before.id());
        verification.put("number", number);
        verification.put("decision", input.decision().name());
        verification.put("at", FactRepository.time(now));
        verification.put(
                "note",
                input.note() == null || input.note().isBlank()
                        ? null
                        : input.note().strip());
        verification.put("statement", content.statement());
        verification.put("validUntil", FactRepository.time(validUntil));
        verification.put("basis", state.snapshot().json());
        var revision = Revision.id(state.subject().id(), state.subject().revision());
        var decision = Map.<String, Object>of("verification", verification, "revision", revision, "by", actor.id());
        var properties = state.properties();
        properties.put("decisions", number);
        properties.put("validUntil", FactRepository.time(validUntil));
        properties.putAll(reworded(actor, before, content, now));
        if (!content.equals(before.content())) {
            properties.put("revision", before.revision() + 1);
            properties.put("revisedAt", FactRepository.time(now));
            properties.put("revisedBy", actor.id());
        }
        if (input.decision() == Decision.VERIFIED) {
            properties.put("verified", state.snapshot().json());
        }
        return new FactWrite(content, properties, List.of(), 0, List.of(decision));
    }

    /** Marks a fact that was ever reworded: only such a fact can have links stamped with another statement. */
    static Map<String, Object> reworded(Actor actor, Fact before, FactContent content, Instant now) {
        return content.statement().equals(before.statement())
                ? Map.of()
                : Map.of("rewordedAt", Objects.requireNonNull(FactRepository.time(now)), "rewordedBy", actor.id());
    }

    Map<String, Object> parameters() {
        var set = content.properties();
        set.putAll(properties);
        return new HashMap<>(Map.of("properties", set, "evidence", pieces(), "decisions", decisions));
    }

    private List<Map<String, Object>> pieces() {
        var pieces = new ArrayList<Map<String, Object>>();
        for (var piece : evidence) {
            var properties = piece.properties();
            properties.put("number", backed + pieces.size());
            pieces.add(properties);
        }
        return pieces;
    }
}
