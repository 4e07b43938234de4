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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The door to the places where claims are published: marketers record and end them. */
@Component
public class Usages {

    private static final String BY_ID = "UNWIND $ids AS id MATCH (u:Usage {id: id}) RETURN u AS usage";

    private static final String LOCKED =
            "MATCH (u:Usage {id: $id})-[:OF]->(c:Claim) SET c.locked = true WITH u RETURN u AS usage";

    private static final String AT = """
        UNWIND $places AS place
        MATCH (:Claim {id: place.claimId})
        OPTIONAL MATCH (u:Usage {claimId: place.claimId, url: place.url})
        RETURN place.claimId AS claimId, place.url AS url, u AS usage
        """;

    /** The claims in the order of their ids, so that two writers never wait for each other. */
    private static final String LOCKED_AT = """
        UNWIND $places AS place
        MATCH (c:Claim {id: place.claimId})
        SET c.locked = true
        WITH place
        OPTIONAL MATCH (u:Usage {claimId: place.claimId, url: place.url})
        RETURN place.claimId AS claimId, place.url AS url, u AS usage
        """;

    /** The facts in the order of their ids, for the same reason. */
    private static final String SAVE = """
        UNWIND $rows AS row
        MATCH (c:Claim {id: row.usage.claimId})
        MERGE (u:Usage {id: row.usage.id})
        SET u = row.usage
        MERGE (c)<-[:OF]-(u)
        SET c.liveUsages = c.liveUsages + row.live
        WITH c, row.live AS live WHERE c.status = 'APPROVED' AND live <> 0
        MATCH (c)-[:SUBSTANTIATED_BY]->(f:Fact)
        WITH f, sum(live) AS live ORDER BY f.id
        SET f.liveUsages = f.liveUsages + live
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
     * again unless it says when it ended.
     *
     * @throws Refusal for a claim that is not there, a text that is too long, or times that are yet to come or in no order
     */
    public Usage record(Actor actor, RecordUsage input) {
        actor.mustBe(Role.MARKETER);
        return changes.write(() -> {
            var problems = new Problems();
            var places = locked(List.of(input));
            var after = after(input, places, problems, id -> false);
            problems.refuse();
            return save(actor, "recordUsage", List.of(new Saved(places.get(Place.of(input)), after)))
                    .getFirst();
        });
    }

    /** Many in one transaction. @throws Refusal for anything wrong with any of them, under its place */
    public List<Usage> record(Actor actor, List<RecordUsage> inputs) {
        actor.mustBe(Role.MARKETER);
        return changes.writeAtLength(() -> {
            var problems = Problems.each(inputs);
            var places = locked(inputs);
            var saved = new ArrayList<Saved>();
            for (var i = 0; i < inputs.size(); i++) {
                var after = after(inputs.get(i), places, problems.get(i), id -> false);
                saved.add(new Saved(places.get(Place.of(inputs.get(i))), after));
            }
            Problems.refuse(problems);
            return save(actor, "recordUsage", saved);
        });
    }

    /**
     * Notes what would be wrong with recording these, and writes nothing.
     *
     * @param comes whether a claim that is not there yet will be, by what stands in its id's place
     */
    public void check(List<RecordUsage> inputs, List<Problems> problems, Predicate<String> comes) {
        var there = at(inputs);
        for (var i = 0; i < inputs.size(); i++) {
            after(inputs.get(i), there, problems.get(i), comes);
        }
    }

    /** The places of these where a claim is or was published, by the claim's id and the address. */
    public Map<Place, @Nullable Usage> at(Collection<RecordUsage> inputs) {
        return places(AT, inputs);
    }

    private Map<Place, @Nullable Usage> locked(Collection<RecordUsage> inputs) {
        return places(LOCKED_AT, inputs);
    }

    /** @param places of the claims that there are */
    private Usage after(
            RecordUsage input, Map<Place, @Nullable Usage> places, Problems problems, Predicate<String> comes) {
        var isClaim = problems.id(input.claimId(), List.of("claim"), "claimId");
        if (input.url() == null) {
            problems.add(ProblemCode.REQUIRED, "url is required.", "url");
        }
        var title = problems.optionalText(input.title(), Problems.NAME, "title");
        var channel = problems.optionalText(input.channel(), 100, "channel");
        var place = Place.of(input);
        if (isClaim && !places.containsKey(place) && !comes.test(place.claimId())) {
            problems.add(ProblemCode.NOT_FOUND, "There is no claim %s.".formatted(place.claimId()), "claimId");
        }
        var before = places.get(place);
        var seen = input.seen(before, clock.instant(), problems);
        return before == null
                ? new Usage(
                        Id.next("usage"),
                        place.claimId(),
                        URI.create(place.url()),
                        title,
                        channel,
                        seen.first(),
                        seen.last(),
                        input.endedAt())
                : new Usage(
                        before.id(),
                        place.claimId(),
                        before.url(),
                        title == null ? before.title() : title,
                        channel == null ? before.channel() : channel,
                        seen.first(),
                        seen.last(),
                        input.endedAt());
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
            return save(actor, "endUsage", List.of(new Saved(before, after))).getFirst();
        });
    }

    private List<Usage> save(Actor actor, String action, List<Saved> saved) {
        var rows = saved.stream()
                .map(usage -> Map.of("usage", usage.after().properties(), "live", usage.live()))
                .toList();
        neo4j.query(SAVE).bind(rows).to("rows").run();
        saved.forEach(usage -> changes.record(
                actor,
                action,
                usage.after().id(),
                usage.before(),
                usage.after(),
                List.of(usage.after().claimId())));
        return saved.stream().map(Saved::after).toList();
    }

    /** Without those of claims that are not there. */
    private Map<Place, @Nullable Usage> places(String cypher, Collection<RecordUsage> inputs) {
        var rows = inputs.stream()
                .map(Place::of)
                .distinct()
                .sorted(Comparator.comparing(Place::claimId))
                .map(place -> Map.of("claimId", place.claimId(), "url", place.url()))
                .toList();
        var places = new HashMap<Place, @Nullable Usage>();
        neo4j.query(cypher)
                .bind(rows)
                .to("places")
                .fetchAs(Place.class)
                .mappedBy((types, row) -> {
                    var place = new Place(
                            row.get("claimId").asString(), row.get("url").asString());
                    var usage = row.get("usage");
                    places.put(place, usage.isNull() ? null : Usage.from(usage));
                    return place;
                })
                .all();
        return places;
    }

    private Collection<Usage> read(String cypher, Map<String, Object> parameters) {
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Usage.class)
                .mappedBy((types, row) -> Usage.from(row.get("usage")))
                .all();
    }

    /** A claim's place at an address. */
    public record Place(String claimId, String url) {

        public static Place of(RecordUsage input) {
            return new Place(String.valueOf(input.claimId()), String.valueOf(input.url()));
        }
    }

    /** A usage as it was and as it is to be. */
    private record Saved(@Nullable Usage before, Usage after) {

        int live() {
            return (after.live() ? 1 : 0) - (before != null && before.live() ? 1 : 0);
        }
    }

    /**
     * Where a claim is published.
     *
     * @param firstSeen where it is left out: as it was, or when it was last seen
     * @param lastSeen where it is left out: now or, for one that ended, as it was or when it ended
     * @param endedAt null while it is live
     */
    public record RecordUsage(
            @Nullable String claimId,
            @Nullable URI url,
            @Nullable String title,
            @Nullable String channel,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen,
            @Nullable Instant endedAt) {

        private Seen seen(@Nullable Usage before, Instant now, Problems problems) {
            var otherwise = endedAt == null ? now : before == null ? endedAt : before.lastSeen();
            var last = lastSeen == null ? otherwise : lastSeen;
            var first = firstSeen != null ? firstSeen : before == null ? last : before.firstSeen();
            mustBePast(firstSeen, now, "firstSeen", problems);
            mustBePast(lastSeen, now, "lastSeen", problems);
            mustBePast(endedAt, now, "endedAt", problems);
            if (last.isBefore(first)) {
                problems.add(ProblemCode.INVALID, "lastSeen is before firstSeen, %s.".formatted(first), "lastSeen");
            }
            if (endedAt != null && endedAt.isBefore(first)) {
                problems.add(ProblemCode.INVALID, "endedAt is before firstSeen, %s.".formatted(first), "endedAt");
            }
            return new Seen(first, last);
        }

        private static void mustBePast(@Nullable Instant at, Instant now, String field, Problems problems) {
            if (at != null && at.isAfter(now)) {
                problems.add(ProblemCode.INVALID, "%s is yet to come; it is now %s.".formatted(field, now), field);
            }
        }
    }

    private record Seen(Instant first, Instant last) {}

    /** A usage that ends. */
    public record EndUsage(@Nullable String usageId) {}
}
