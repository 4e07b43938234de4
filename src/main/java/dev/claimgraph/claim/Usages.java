package dev.claimgraph.claim;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The door to the places where claims are published: marketers record and end them. */
@Component
public class Usages {

    private static final String BY_ID = "UNWIND $ids AS id MATCH (u:Usage {id: id}) RETURN u AS usage";

    private static final String AT = "MATCH (u:Usage {claimId: $claimId, url: $url}) RETURN u AS usage";

    private static final String SAVE = """
        MATCH (c:Claim {id: $usage.claimId})
        MERGE (u:Usage {id: $usage.id})
        SET u = $usage
        MERGE (c)<-[:OF]-(u)
        """;

    private final Neo4jClient neo4j;
    private final ClaimRepository claims;
    private final ChangeLog changes;
    private final Clock clock;

    Usages(Neo4jClient neo4j, ClaimRepository claims, ChangeLog changes, Clock clock) {
        this.neo4j = neo4j;
        this.claims = claims;
        this.changes = changes;
        this.clock = clock;
    }

    public Map<String, Usage> byId(Collection<String> ids) {
        var usages = new HashMap<String, Usage>();
        read(BY_ID, Map.of("ids", ids)).forEach(usage -> usages.put(usage.id(), usage));
        return usages;
    }

    /**
     * Records that a claim is published somewhere; once more at the same address moves when it was last seen, and makes it live
     * again.
     *
     * @throws Refusal for a claim that is not there, or a text that is too long
     */
    public Usage record(Actor actor, RecordUsage input) {
        actor.mustBe(Role.MARKETER);
        return changes.write(() -> {
            var problems = new Problems();
            var isClaim = problems.id(input.claimId(), List.of("claim"), "claimId");
            if (input.url() == null) {
                problems.add(ProblemCode.REQUIRED, "url is required.", "url");
            }
            var title = problems.optionalText(input.title(), Problems.NAME, "title");
            var channel = problems.optionalText(input.channel(), 100, "channel");
            var claimId = String.valueOf(input.claimId());
            if (isClaim) {
                claims.lock(claimId);
                if (claims.byId(List.of(claimId)).isEmpty()) {
                    problems.add(ProblemCode.NOT_FOUND, "There is no claim %s.".formatted(claimId), "claimId");
                }
            }
            problems.refuse();
            var now = clock.instant();
            var url = Objects.requireNonNull(input.url());
            var before = at(claimId, url);
            var after = before.map(known -> new Usage(
                            known.id(),
                            claimId,
                            url,
                            title == null ? known.title() : title,
                            channel == null ? known.channel() : channel,
                            known.firstSeen(),
                            now,
                            null))
                    .orElseGet(() -> new Usage(Id.next("usage"), claimId, url, title, channel, now, now, null));
            return save(actor, "recordUsage", before.orElse(null), after);
        });
    }

    /** Says that a claim is not published there any more. @throws Refusal where there is no such usage, or it ended before */
    public Usage end(Actor actor, EndUsage input) {
        actor.mustBe(Role.MARKETER);
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(input.usageId(), List.of("usage"), "usageId");
            problems.refuse();
            var id = String.valueOf(input.usageId());
            var found = present(id);
            claims.lock(found.claimId());
            var before = present(id);
            if (!before.live()) {
                throw Refusal.of(
                        ProblemCode.WRONG_STATUS, "The usage ended at %s.".formatted(before.endedAt()), "usageId");
            }
            var now = clock.instant();
            var after = new Usage(
                    id,
                    before.claimId(),
                    before.url(),
                    before.title(),
                    before.channel(),
                    before.firstSeen(),
                    before.lastSeen(),
                    now);
            return save(actor, "endUsage", before, after);
        });
    }

    private Usage save(Actor actor, String action, @Nullable Usage before, Usage after) {
        neo4j.query(SAVE).bind(after.properties()).to("usage").run();
        changes.record(actor, action, after.id(), before, after, List.of(after.claimId()));
        return after;
    }

    private Optional<Usage> at(String claimId, URI url) {
        return read(AT, Map.of("claimId", claimId, "url", url.toString())).stream()
                .findFirst();
    }

    private Usage present(String id) {
        return Optional.ofNullable(byId(List.of(id)).get(id))
                .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "There is no usage %s.".formatted(id), "usageId"));
    }

    private Collection<Usage> read(String cypher, Map<String, Object> parameters) {
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Usage.class)
                .mappedBy((types, row) -> Usage.from(row.get("usage")))
                .all();
    }

    /** Where a claim is published. */
    public record RecordUsage(
            @Nullable String claimId,
            @Nullable URI url,
            @Nullable String title,
            @Nullable String channel) {}

    /** A usage that ends. */
    public record EndUsage(@Nullable String usageId) {}
}
