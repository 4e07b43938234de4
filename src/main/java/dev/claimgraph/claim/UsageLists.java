package dev.claimgraph.claim;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of the places where claims are published. */
@Component
class UsageLists {

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

    private final Pages pages;
    private final Clock clock;

    UsageLists(Pages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
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

    Map<String, Connection<Usage>> of(Collection<String> claimIds, @Nullable Boolean live, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        parameters.put("live", live);
        return pages.under(UNDER_CLAIM, claimIds, page, parameters);
    }

    /** As they stood at a moment. */
    Map<String, Connection<Usage>> asOf(Instant moment, Collection<String> claimIds, PageRequest page) {
        return pages.under(UNDER_CLAIM_THEN, claimIds, page, Map.of("moment", moment.atZone(ZoneOffset.UTC)));
    }

    private static Listing<Usage> usages(String match) {
        return Listing.byId(Keyset.of("u", "id", match, "u"), Usage::from, Usage::id);
    }

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
