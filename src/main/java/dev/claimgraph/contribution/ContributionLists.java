package dev.claimgraph.contribution;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of contributions: all of them, somebody's, an area's, those that wait for the caller, and the evidence for a fact. */
@Component
class ContributionLists {

    private static final String FILTER = """
        WHERE {within}
          AND c.status IN $statuses
          AND ($kinds IS NULL OR c.kind IN $kinds)
          AND ($areaIds IS NULL OR c.areaId IN $areaIds)
          AND ($byId IS NULL OR c.byId = $byId)
        """;

    private static final Listing<Contribution> ALL = listed("MATCH (c:Contribution)\n" + FILTER);

    private static final Listing<Contribution> OFFERED = listed("""
        MATCH (c:Contribution {status: 'OFFERED'})
        WITH DISTINCT c
        """ + FILTER);

    private static final Listing<Contribution> BY = listed("""
        MATCH (c:Contribution {byId: $byId})
        WITH DISTINCT c
        """ + FILTER);

    private static final Listing<Contribution> IN_AREAS = listed("""
        UNWIND $areaIds AS areaId
        UNWIND $statuses AS status
        MATCH (c:Contribution {areaId: areaId, status: status})
        WITH DISTINCT c
        """ + FILTER);

    private static final Listing<Contribution> FOR_ME = listed("""
        UNWIND $stewardIds AS stewardId
        MATCH (a:Area {stewardId: stewardId})
        MATCH (c:Contribution {areaId: a.id, status: 'OFFERED'})
        WITH DISTINCT c
        """ + FILTER);

    private static final Listing<Contribution> EVIDENCE =
            Listing.byId(Keyset.of("c", "id", """
                UNWIND $ids AS id
                CALL (id) {
                  MATCH (:Fact {id: id})<-[:BECAME]-(c:Contribution {kind: 'EVIDENCE'})
                  WITH DISTINCT c WHERE {within}
                  WITH c ORDER BY {order} LIMIT $limit
                  RETURN collect(c) AS items
                }
                RETURN id, items, CASE WHEN $counted THEN COUNT {
                  MATCH (:Fact {id: id})<-[:BECAME]-(:Contribution {kind: 'EVIDENCE'}) } END AS total
                """), Contribution::from, Contribution::id);

    private final Pages pages;

    ContributionLists(Pages pages) {
        this.pages = pages;
    }

    Connection<Contribution> contributions(Actor actor, @Nullable ContributionFilter filter, PageRequest page) {
        var wanted = filter == null ? ContributionFilter.NONE : filter;
        var parameters = wanted.parameters();
        parameters.put("stewardIds", decidesFor(actor));
        return pages.list(startOf(wanted), page, parameters);
    }

    Map<String, Connection<Contribution>> evidence(Collection<String> factIds, PageRequest page) {
        return pages.under(EVIDENCE, factIds, page, Map.of());
    }

    /** Whose areas are the caller's to decide in, nobody's among them; none without the role. */
    private static Set<String> decidesFor(Actor actor) {
        if (!actor.mayActAs(Role.STEWARD)) {
            return Set.of();
        }
        var ids = actor.answersFor();
        ids.add(Area.NOBODY);
        return ids;
    }

    /** The smallest set that an index leads to and that holds all of the wanted. */
    private static Listing<Contribution> startOf(ContributionFilter filter) {
        if (filter.isForMe()) {
            return FOR_ME;
        }
        if (filter.byId() != null) {
            return BY;
        }
        if (filter.areaIds() != null) {
            return IN_AREAS;
        }
        return List.of(ContributionStatus.OFFERED).equals(filter.status()) ? OFFERED : ALL;
    }

    private static Listing<Contribution> listed(String match) {
        return Listing.byId(Keyset.of("c", "id", match, "c"), Contribution::from, Contribution::id);
    }

    /** Which contributions a list shows. */
    record ContributionFilter(
            @Nullable List<ContributionStatus> status,
            @Nullable List<ContributionKind> kind,
            @Nullable List<String> areaIds,
            @Nullable String byId,
            @Nullable Boolean forMe) {

        static final ContributionFilter NONE = new ContributionFilter(null, null, null, null, null);

        boolean isForMe() {
            return Boolean.TRUE.equals(forMe);
        }

        Map<String, Object> parameters() {
            var statuses = status == null ? Arrays.asList(ContributionStatus.values()) : status;
            var parameters = new HashMap<String, Object>();
            parameters.put(
                    "statuses", statuses.stream().map(Enum::name).distinct().toList());
            parameters.put(
                    "kinds", kind == null ? null : kind.stream().map(Enum::name).toList());
            parameters.put(
                    "areaIds",
                    areaIds == null ? null : areaIds.stream().distinct().toList());
            parameters.put("byId", byId);
            return parameters;
        }
    }
}
