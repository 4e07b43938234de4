package dev.claimgraph.fact;

import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of facts: all of them, those about a subject, and what was decided on one. */
@Component
class FactLists {

    private static final String FILTER = """
        WHERE {within}
          AND ($kinds IS NULL OR f.kind IN $kinds)
          AND ($subjectTypes IS NULL OR f.subjectType IN $subjectTypes)
          AND ($text IS NULL OR toLower(f.statement) CONTAINS toLower($text))
          AND ($standings IS NULL
            OR CASE WHEN f.state = 'VERIFIED' AND f.validUntil <= $now THEN 'LAPSED' ELSE f.state END IN $standings)
          AND ($ownerId IS NULL OR EXISTS {
            MATCH (f)-[:ABOUT]->(s:Subject)
            WHERE coalesce(s.ownerId, head([(s)-[:PART_OF]->(p:Product) | p.ownerId]), s.createdBy) = $ownerId })
        """;

    private static final Keyset ALL = listed("MATCH (f:Fact)\n" + FILTER);

    private static final Keyset ABOUT = listed("""
        UNWIND $subjectIds AS subjectId
        MATCH (:Subject {id: subjectId})<-[:ABOUT]-(f:Fact)
        WITH DISTINCT f
        """ + FILTER);

    private static final Keyset OWNED = listed("""
        CALL () {
          MATCH (s:Subject {ownerId: $ownerId}) RETURN s
          UNION
          MATCH (:Product {ownerId: $ownerId})<-[:PART_OF]-(s:Subject) RETURN s
          UNION
          MATCH (s:Subject {createdBy: $ownerId}) RETURN s
        }
        MATCH (s)<-[:ABOUT]-(f:Fact)
        WITH DISTINCT f
        """ + FILTER);

    private static final Keyset LAPSED = listed("""
        MATCH (f:Fact) WHERE f.validUntil <= $now
        WITH DISTINCT f
        """ + FILTER);

    /** Whatever is not VERIFIED waits for somebody: few beside what is. */
    private static final Keyset UNSETTLED = listed("""
        MATCH (f:Fact) WHERE f.state IN $standings
        WITH DISTINCT f
        """ + FILTER);

    private static final String UNDER = """
        UNWIND $ids AS id
        CALL (id) {
          MATCH (:Subject {id: id})<-[:ABOUT]-(f:Fact)
          WITH DISTINCT f WHERE {within}
          WITH f ORDER BY {order} LIMIT $limit
          RETURN collect(\
        """ + Fact.PROJECTION + """
          ) AS items
        }
        RETURN id, items, CASE WHEN $counted THEN COUNT { (:Subject {id: id})<-[:ABOUT]-(:Fact) } END AS total
        """;

    private static final String DECISIONS = """
        UNWIND $ids AS id
        CALL (id) {
          MATCH (v:Verification {factId: id})
          WHERE {within}
          WITH v ORDER BY {order} LIMIT $limit
          RETURN collect(\
        """ + Verification.PROJECTION + """
          ) AS items
        }
        RETURN id, items, CASE WHEN $counted THEN COUNT {
          MATCH (v:Verification {factId: id}) WHERE v.id IS NOT NULL } END AS total
        """;

    private static final Listing<Verification> VERIFICATIONS =
            Listing.byId(Keyset.of("v", "id", DECISIONS), Verification::from, Verification::id);

    private final Pages pages;
    private final Clock clock;
    private final Listing<Fact> underSubject;

    FactLists(Pages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
        this.underSubject = listing(Keyset.of("f", "id", UNDER));
    }

    Connection<Fact> facts(@Nullable FactFilter filter, PageRequest page) {
        var wanted = filter == null ? FactFilter.NONE : filter;
        var parameters = wanted.parameters();
        parameters.put("now", FactRepository.time(clock.instant()));
        return pages.list(listing(startOf(wanted)), page, parameters);
    }

    /** The smallest set that an index leads to and that holds all of the wanted. */
    private static Keyset startOf(FactFilter filter) {
        if (filter.subjectIds() != null) {
            return ABOUT;
        }
        if (filter.ownerId() != null) {
            return OWNED;
        }
        if (List.of(FactStanding.LAPSED).equals(filter.standing())) {
            return LAPSED;
        }
        return isUnsettled(filter.standing()) ? UNSETTLED : ALL;
    }

    Map<String, Connection<Fact>> about(Collection<String> subjectIds, PageRequest page) {
        return pages.under(underSubject, subjectIds, page, Map.of());
    }

    Map<String, Connection<Verification>> verifications(Collection<String> factIds, PageRequest page) {
        return pages.under(VERIFICATIONS, factIds, page, Map.of());
    }

    private static boolean isUnsettled(@Nullable List<FactStanding> standings) {
        return standings != null
                && !standings.contains(FactStanding.VERIFIED)
                && !standings.contains(FactStanding.LAPSED);
    }

    private Listing<Fact> listing(Keyset facts) {
        return Listing.byId(facts, fact -> Fact.from(fact, clock.instant()), Fact::id);
    }

    private static Keyset listed(String match) {
        return Keyset.of("f", "id", match, Fact.PROJECTION);
    }

    /** Which facts a list shows. */
    record FactFilter(
            @Nullable List<FactStanding> standing,
            @Nullable List<FactKind> kind,
            @Nullable List<String> subjectIds,
            @Nullable List<SubjectType> subjectType,
            @Nullable String text,
            @Nullable String ownerId) {

        static final FactFilter NONE = new FactFilter(null, null, null, null, null, null);

        Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            parameters.put(
                    "standings",
                    standing == null ? null : standing.stream().map(Enum::name).toList());
            parameters.put(
                    "kinds", kind == null ? null : kind.stream().map(Enum::name).toList());
            parameters.put(
                    "subjectIds",
                    subjectIds == null ? null : subjectIds.stream().distinct().toList());
            parameters.put(
                    "subjectTypes",
                    subjectType == null
                            ? null
                            : subjectType.stream().map(SubjectType::typename).toList());
            parameters.put("text", text);
            parameters.put("ownerId", ownerId);
            return parameters;
        }
    }
}
