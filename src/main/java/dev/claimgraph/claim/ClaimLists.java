package dev.claimgraph.claim;

import dev.claimgraph.claim.ClaimCypher.Start;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import java.time.Clock;
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

/** The lists of claims. */
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

    /** How many ids a statement is sent for each claim that is wanted; it reads no further than it needs. */
    private static final int LOOKED_AT_FOR_EACH = 8;

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
     * Of these claims, the first so many that the filter keeps, by id.
     *
     * @param inBrief whether those that are usable come without their facts and their audience
     */
    public Map<String, Claim> firstOf(List<String> ids, ClaimFilter filter, int limit, boolean inBrief) {
        var kept = new HashMap<String, Claim>();
        var size = limit * LOOKED_AT_FOR_EACH;
        for (var from = 0; from < ids.size() && kept.size() < limit; from += size) {
            var parameters = filter.parameters();
            parameters.put("ids", ids.subList(from, Math.min(ids.size(), from + size)));
            parameters.put("limit", limit - kept.size());
            parameters.put("now", ClaimRepository.time(clock.instant()));
            kept.putAll(read(inBrief ? ClaimCypher.READ_FIRST_OF_IN_BRIEF : ClaimCypher.READ_FIRST_OF, parameters));
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

    private Listing<Claim> listing(Keyset claims) {
        return Listing.byId(claims, this::claim, Claim::id);
    }

    private Claim claim(Value claim) {
        return Claim.from(claim, clock.instant());
    }

    /** A claim that a filter keeps. */
    public record Kept(String id, ClaimKind kind, ClaimStanding standing) {}
}
