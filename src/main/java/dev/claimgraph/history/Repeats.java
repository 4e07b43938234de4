package dev.claimgraph.history;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Json;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Makes a creation that is sent twice with one idempotency key happen once. */
@Component
public class Repeats {

    private final Neo4jClient neo4j;

    Repeats(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    /**
     * Within the open transaction: what the first call with this key created, as it now is, or what {@code create} gives now.
     *
     * @throws Refusal with IDEMPOTENCY_MISMATCH where the key came with another input before
     */
    public <T extends Identified> T once(
            Actor actor,
            String action,
            @Nullable String idempotencyKey,
            Object input,
            Supplier<T> create,
            Function<String, T> byId) {
        if (idempotencyKey == null) {
            return create.get();
        }
        var problems = new Problems();
        problems.text(idempotencyKey, Problems.NAME, "idempotencyKey");
        problems.refuse();
        var key = Fingerprint.of(actor.id(), action, idempotencyKey);
        var content = Fingerprint.of(Json.write(input));
        var earlier = neo4j.query("MATCH (repeat:Repeat {key: $key}) RETURN repeat")
                .bind(key)
                .to("key")
                .fetchAs(Earlier.class)
                .mappedBy((types, row) -> new Earlier(
                        row.get("repeat").get("input").asString(),
                        row.get("repeat").get("result").asString()))
                .one();
        if (earlier.isPresent()) {
            if (!content.equals(earlier.get().input())) {
                throw Refusal.of(
                        ProblemCode.IDEMPOTENCY_MISMATCH,
                        "This idempotencyKey came with another input before; take a new one.",
                        "idempotencyKey");
            }
            return byId.apply(earlier.get().result());
        }
        var created = create.get();
        neo4j.query("CREATE (:Repeat {key: $key, input: $input, result: $result})")
                .bindAll(Map.of("key", key, "input", content, "result", created.id()))
                .run();
        return created;
    }

    private record Earlier(String input, String result) {}
}
