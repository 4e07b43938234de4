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
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The door to the places where claims are published: marketers record and end them. */
@Component
public class Usages {

    private static final String BY_ID = "UNWIND $ids AS id MATCH (u:Usage {id: id}) RETURN u AS usage";

    private static final String LOCKED =
            "MATCH (u:Usage {id: $id})-[:OF]->(c:Claim) SET c.locked = true WITH u RETURN u AS usage";

    private static final String LOCKED_AT = """
        MATCH (c:Claim {id: $claimId})
        SET c.locked = true
        WITH c
        OPTIONAL MATCH (u:Usage {claimId: $claimId, url: $url})
        RETURN u AS usage
        """;

    /** The facts in the order of their ids, so that two writers never wait for each other. */
    private static final String SAVE = """
        MATCH (c:Claim {id: $usage.claimId})
        MERGE (u:Usage {id: $usage.id})
        SET u = $usage
        MERGE (c)<-[:OF]-(u)
        SET c.liveUsages = c.liveUsages + $live
        WITH c WHERE c.status = 'APPROVED' AND $live <> 0
        MATCH (c)-[:SUBSTANTIATED_BY]->(f:Fact)
        WITH f ORDER BY f.id
        SET f.liveUsages = f.liveUsages + $live
        """;

    private final Neo4jClient neo4j;
    private final ChangeLog changes;
    private final Clock clock;

    Usages(Neo4jClient neo4j, ChangeLog changes, Clock clock) {
        this.neo4j = neo4j;
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
            var place = isClaim ? locked(claimId, input.url()) : Optional.<Place>empty();
            if (isClaim && place.isEmpty()) {
                problems.add(ProblemCode.NOT_FOUND, "There is no claim %s.".formatted(claimId), "claimId");
            }
            problems.refuse();
            var now = clock.instant();
            var url = Objects.requireNonNull(input.url());
            var before = place.orElseThrow().usage();
            var after = before == null
                    ? new Usage(Id.next("usage"), claimId, url, title, channel, now, now, null)
                    : new Usage(
                            before.id(),
                            claimId,
                            url,
                            title == null ? before.title() : title,
                            channel == null ? before.channel() : channel,
                            before.firstSeen(),
                            now,
                            null);
            return save(actor, "recordUsage", before, after);
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
            var before = read(LOCKED, Map.of("id", id)).stream()
                    .findFirst()
                    .orElseThrow(
                            () -> Refusal.of(ProblemCode.NOT_FOUND, "There is no usage %s.".formatted(id), "usageId"));
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
        var live = (after.live() ? 1 : 0) - (before != null && before.live() ? 1 : 0);
        neo4j.query(SAVE)
                .bindAll(Map.of("usage", after.properties(), "live", live))
                .run();
        changes.record(actor, action, after.id(), before, after, List.of(after.claimId()));
        return after;
    }

    /** The place, with the claim locked; empty where there is no such claim. */
    private Optional<Place> locked(String claimId, @Nullable URI url) {
        return neo4j.query(LOCKED_AT)
                .bindAll(Map.of("claimId", claimId, "url", String.valueOf(url)))
                .fetchAs(Place.class)
                .mappedBy((types, row) -> Place.from(row.get("usage")))
                .one();
    }

    private Collection<Usage> read(String cypher, Map<String, Object> parameters) {
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Usage.class)
                .mappedBy((types, row) -> Usage.from(row.get("usage")))
                .all();
    }

    /** An address as it was found. @param usage null where the claim was never published there */
    private record Place(@Nullable Usage usage) {

        static Place from(Value usage) {
            return new Place(usage.isNull() ? null : Usage.from(usage));
        }
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
