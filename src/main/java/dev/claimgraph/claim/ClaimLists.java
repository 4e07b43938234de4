package dev.claimgraph.claim;

import dev.claimgraph.claim.ClaimCypher.Start;
import dev.claimgraph.history.Past;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import dev.claimgraph.shared.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The lists of claims and of the places where they are published. */
@Component
public class ClaimLists {

    /** The fields that a claim in brief has as well. */
    static final Set<String> IN_BRIEF = Set.of(
            "__typename",
            "id",
            "key",
            "text",
            "kind",
            "status",
            "standing",
            "usable",
            "staleSince",
            "reasons",
            "revision",
            "qualifiers",
            "expiresAt",
            "author",
            "approvals",
            "pendingApprovals",
            "fallback",
            "usages",
            "createdAt",
            "updatedAt",
            "history");

    /** Those of a claim in brief that was asked for by {@link #firstOf}. */
    public static final Set<String> IN_BRIEF_WITH_VARIANTS =
            Stream.concat(IN_BRIEF.stream(), Stream.of("variants")).collect(Collectors.toUnmodifiableSet());

    private static final String UNDER_FACT = """
        UNWIND $ids AS id
        CALL (id) {
          MATCH (:Fact {id: id})<-[:SUBSTANTIATED_BY]-(c:Claim)
          WITH DISTINCT c WHERE {within}
          WITH c ORDER BY {order} LIMIT $limit
          RETURN collect(\
        """ + Claim.PROJECTION + """
          ) AS items
        }
        RETURN id, items,
          CASE WHEN $counted THEN COUNT { (:Fact {id: id})<-[:SUBSTANTIATED_BY]-(:Claim) } END AS total
        """;

    private static final Listing<Usage> UNDER_CLAIM = Listing.byId(Keyset.of("u", "id", """
        UNWIND $ids AS id
        CALL (id) {
          MATCH (:Claim {id: id})<-[:OF]-(u:Usage)
          WITH DISTINCT u WHERE {within} AND ($live IS NULL OR $live = (u.endedAt IS NULL))
          WITH u ORDER BY {order} LIMIT $limit
          RETURN collect(u) AS items
        }
        RETURN id, items, CASE WHEN $counted THEN COUNT {
          MATCH (:Claim {id: id})<-[:OF]-(u:Usage) WHERE $live IS NULL OR $live = (u.endedAt IS NULL) } END AS total
        """), Usage::from, Usage::id);

    private static final Listing<Usage> UNDER_CLAIM_THEN = Listing.byId(
            Keyset.of("u", "id", """
                UNWIND $ids AS id
                CALL (id) {
                  MATCH (:Claim {id: id})<-[:OF]-(u:Usage)
                  WITH DISTINCT u WHERE {within} AND u.firstSeen <= $moment
                  WITH u, u.id AS aggregate ORDER BY {order}
                """ + Past.LAST_CHANGE + """
                  WITH u, change ORDER BY {order} LIMIT $limit
                  RETURN collect(change.after) AS items
                }
                RETURN id, items, CASE WHEN $counted THEN COUNT {
                  MATCH (:Claim {id: id})<-[:OF]-(u:Usage) WHERE u.firstSeen <= $moment AND EXISTS {
                    MATCH (change:Change {aggregate: u.id}) WHERE change.id IS NOT NULL AND change.at <= $moment } } END AS total
                """),
            usage -> Json.read(usage.asString(), Usage.class),
            Usage::id);

    private static final String USAGES = """
        WHERE {within}
          AND ($live IS NULL OR $live = (u.endedAt IS NULL))
          AND ($channels IS NULL OR u.channel IN $channels)
        """;

    private static final Listing<Usage> EVERYWHERE = usages("MATCH (u:Usage)\n" + USAGES);

    private static final Listing<Usage> AT_URL = usages("""
        MATCH (u:Usage) WHERE u.url CONTAINS $url
        WITH DISTINCT u
        """ + USAGES);

    private static final String KEPT_BY_USABILITY = """
        WITH u
        MATCH (u)-[:OF]->(c:Claim)
        WITH u, c
        """ + ClaimCypher.STANDING + """
        WITH u, c, standing WHERE $claimUsable = (c.status = 'APPROVED' AND standing = 'CURRENT')
        """;

    private static final Listing<Usage> EVERYWHERE_BY_USABILITY =
            usages("MATCH (u:Usage)\n" + USAGES + KEPT_BY_USABILITY);

    private static final Listing<Usage> AT_URL_BY_USABILITY = usages("""
        MATCH (u:Usage) WHERE u.url CONTAINS $url
        WITH DISTINCT u
        """ + USAGES + KEPT_BY_USABILITY);

    private static final Listing<Usage> TO_REPLACE =
            usages(ClaimCypher.TO_REPLACE + """
                MATCH (c)<-[:OF]-(u:Usage)
                WITH DISTINCT u
                """ + USAGES + "AND ($url IS NULL OR u.url CONTAINS $url)\n");

    private static final String ON_FACTS = """
        MATCH (f:Fact)<-[:SUBSTANTIATED_BY]-(c:Claim)
        WHERE f.id IN $factIds
        WITH DISTINCT c
        """;

    private static final String CURRENT = ClaimCypher.STANDING + """
        WITH c, standing WHERE standing = 'CURRENT'
        """;

    private static final Keyset CURRENT_ON =
            Keyset.of("c", "id", ON_FACTS + "WHERE {within}\n" + CURRENT, Claim.PROJECTION);

    private static final String LIVE_USAGES = ON_FACTS + CURRENT + """
        MATCH (c)<-[:OF]-(u:Usage) WHERE c.status = 'APPROVED' AND u.endedAt IS NULL
        RETURN count(u) AS total
        """;

    private static final String EVER_ON = """
        MATCH (f:Fact) WHERE f.id IN $factIds
        WITH DISTINCT f
        MATCH (f)<-[:SUBSTANTIATED_BY|STOOD_ON]-(c:Claim)
        WITH DISTINCT c.id AS id WHERE id > $after
        RETURN id ORDER BY id LIMIT $limit
        """;

    private final Pages pages;
    private final Neo4jClient neo4j;
    private final Clock clock;
    private final Listing<Claim> underFact;

    ClaimLists(Pages pages, Neo4jClient neo4j, Clock clock) {
        this.pages = pages;
        this.neo4j = neo4j;
        this.clock = clock;
        this.underFact = listing(Keyset.of("c", "id", UNDER_FACT));
    }

    public Connection<Claim> claims(@Nullable ClaimFilter filter, PageRequest page) {
        return claims(filter, page, false);
    }

    /** @param inBrief whether those that are usable come without their facts and their audience */
    Connection<Claim> claims(@Nullable ClaimFilter filter, PageRequest page, boolean inBrief) {
        var wanted = filter == null ? ClaimFilter.NONE : filter;
        var start = Start.of(wanted);
        var parameters = start.parameters(wanted);
        parameters.put("now", ClaimRepository.time(clock.instant()));
        return pages.list(listing(start.claims(wanted, inBrief)), page, parameters);
    }

    /** Of these claims, which the filter keeps; with what each is worth now. */
    public List<Kept> among(Collection<String> ids, ClaimFilter filter) {
        var parameters = filter.parameters();
        parameters.put("ids", ids);
        parameters.put("now", ClaimRepository.time(clock.instant()));
        return List.copyOf(neo4j.query(ClaimCypher.AMONG)
                .bindAll(parameters)
                .fetchAs(Kept.class)
                .mappedBy((types, row) -> new Kept(
                        row.get("id").asString(),
                        ClaimKind.valueOf(row.get("kind").asString()),
                        ClaimStanding.valueOf(row.get("standing").asString())))
                .all());
    }

    /**
     * Of these claims, the first that the filter keeps, by id: so many, or a few more.
     *
     * @param inBrief whether those that are usable come without their facts and their audience
     */
    public Map<String, Claim> firstOf(List<String> ids, ClaimFilter filter, int limit, boolean inBrief) {
        var kept = new HashMap<String, Claim>();
        var size = limit + limit / 2;
        for (var from = 0; from < ids.size() && kept.size() < limit; from += size, size *= 4) {
            var parameters = filter.parameters();
            parameters.put("ids", ids.subList(from, Math.min(ids.size(), from + size)));
            parameters.put("now", ClaimRepository.time(clock.instant()));
            kept.putAll(
                    inBrief
                            ? read(ClaimCypher.READ_AMONG_IN_BRIEF, parameters)
                            : read(ClaimCypher.READ_AMONG, parameters));
        }
        return kept;
    }

    private Map<String, Claim> read(String cypher, Map<String, Object> parameters) {
        return neo4j
                .query(cypher)
                .bindAll(parameters)
                .fetchAs(Claim.class)
                .mappedBy((types, row) -> claim(row.get("claim")))
                .all()
                .stream()
                .collect(Collectors.toMap(Claim::id, found -> found));
    }

    /** The claims on these facts that are CURRENT, and so would not be without them. */
    public Connection<Claim> currentOn(Collection<String> factIds, PageRequest page) {
        return pages.list(listing(CURRENT_ON), page, on(factIds));
    }

    public long countCurrentOn(Collection<String> factIds) {
        return pages.count(CURRENT_ON.count(), on(factIds));
    }

    /** The live usages of those of the CURRENT claims on these facts that are APPROVED. */
    public long countLiveUsagesOn(Collection<String> factIds) {
        return pages.count(LIVE_USAGES, on(factIds));
    }

    /** The claims that stand on one of these facts or once did, by id, in the order of their ids. */
    public List<String> everOn(Collection<String> factIds, String afterId, int limit) {
        return List.copyOf(neo4j.query(EVER_ON)
                .bindAll(Map.of("factIds", factIds, "after", afterId, "limit", limit))
                .fetchAs(String.class)
                .all());
    }

    private Map<String, Object> on(Collection<String> factIds) {
        return Map.of("factIds", factIds, "now", clock.instant().atZone(ZoneOffset.UTC));
    }

    Map<String, Connection<Claim>> standingOn(Collection<String> factIds, PageRequest page) {
        return pages.under(underFact, factIds, page, Map.of());
    }

    Connection<Usage> usages(@Nullable UsageFilter filter, PageRequest page) {
        var wanted = filter == null ? UsageFilter.NONE : filter;
        var parameters = wanted.parameters();
        parameters.put("now", ClaimRepository.time(clock.instant()));
        return pages.list(startOf(wanted), page, parameters);
    }

    private static Listing<Usage> startOf(UsageFilter filter) {
        if (filter.claimUsable == null) {
            return filter.url == null ? EVERYWHERE : AT_URL;
        }
        if (!filter.claimUsable && Boolean.TRUE.equals(filter.live)) {
            return TO_REPLACE;
        }
        return filter.url == null ? EVERYWHERE_BY_USABILITY : AT_URL_BY_USABILITY;
    }

    Map<String, Connection<Usage>> usagesOf(Collection<String> claimIds, @Nullable Boolean live, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("live", live);
        return pages.under(UNDER_CLAIM, claimIds, page, parameters);
    }

    /** As they stood at a moment. */
    Map<String, Connection<Usage>> usagesAsOf(Instant moment, Collection<String> claimIds, PageRequest page) {
        return pages.under(UNDER_CLAIM_THEN, claimIds, page, Map.of("moment", moment.atZone(ZoneOffset.UTC)));
    }

    private Listing<Claim> listing(Keyset claims) {
        return Listing.byId(claims, this::claim, Claim::id);
    }

    private static Listing<Usage> usages(String match) {
        return Listing.byId(Keyset.of("u", "id", match, "u"), Usage::from, Usage::id);
    }

    private Claim claim(Value claim) {
        return Claim.from(claim, clock.instant());
    }

    /** A claim that a filter keeps. */
    public record Kept(String id, ClaimKind kind, ClaimStanding standing) {}

    /** Which usages a list shows. */
    record UsageFilter(
            @Nullable Boolean live,
            @Nullable List<String> channel,
            @Nullable String url,
            @Nullable Boolean claimUsable) {

        static final UsageFilter NONE = new UsageFilter(null, null, null, null);

        Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            parameters.put("live", live);
            parameters.put("channels", channel);
            parameters.put("url", url);
            parameters.put("claimUsable", claimUsable);
            return parameters;
        }
    }
}
