package dev.claimgraph.review;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of reviews: all of them, those that wait for the caller, and those of a claim. */
@Component
class ReviewLists {

    private static final String FILTER = """
        MATCH (r)-[:REVIEWS]->(c:Claim)
        WITH r, c, coalesce(c.draftWriterIds, []) + c.writerIds AS writers, CASE
          WHEN r.outcome IS NOT NULL THEN r.outcome
          WHEN coalesce(c.draftStatus, c.status) = 'IN_REVIEW' THEN 'WITH_REVIEWER'
          ELSE 'WITH_AUTHOR' END AS status
        WHERE ($statuses IS NULL OR status IN $statuses)
          AND ($claimIds IS NULL OR c.id IN $claimIds)
          AND (NOT $forMe
            OR (status = 'WITH_AUTHOR' AND (r.openedBy = $me OR $me IN writers))
            OR (status IN ['WITH_AUTHOR', 'WITH_REVIEWER'] AND EXISTS {
              (r)<-[:IN]-(finding:Finding {blocks: true})-[:NAMES]->(f:Fact) WHERE f.ownerId IN $owners })
            OR (status = 'WITH_REVIEWER' AND $approves AND NOT $me IN writers
              AND (r.reviewerId = $me OR NOT EXISTS {
                MATCH (asked:Person {id: r.reviewerId}) WHERE 'APPROVER' IN asked.roles OR 'ADMIN' IN asked.roles })))
        """;

    private static final Listing<Review> ALL = listing("MATCH (r:Review) WHERE {within}\n" + FILTER);

    private static final Listing<Review> OPEN = listing("MATCH (r:Review) WHERE r.open = true AND {within}\n" + FILTER);

    private static final Listing<Review> OF_CLAIMS =
            listing("MATCH (r:Review) WHERE r.claimId IN $claimIds AND {within}\n" + FILTER);

    private static final Listing<Review> UNDER =
            Listing.byId(Keyset.of("r", "id", """
                UNWIND $ids AS id
                CALL (id) {
                  MATCH (r:Review {claimId: id}) WHERE {within}
                  WITH r ORDER BY {order} LIMIT $limit
                  RETURN collect(\
                """ + Review.PROJECTION + """
                  ) AS items
                }
                RETURN id, items, CASE WHEN $counted THEN COUNT {
                  MATCH (r:Review {claimId: id}) WHERE r.id IS NOT NULL } END AS total
                """), Review::from, Review::id);

    private final Pages pages;

    ReviewLists(Pages pages) {
        this.pages = pages;
    }

    Connection<Review> reviews(@Nullable ReviewFilter filter, Actor actor, PageRequest page) {
        var wanted = filter == null ? ReviewFilter.NONE : filter;
        var start = wanted.claimIds() != null ? OF_CLAIMS : wanted.isOpen() ? OPEN : ALL;
        return pages.list(start, page, wanted.parameters(actor));
    }

    Map<String, Connection<Review>> of(Collection<String> claimIds, PageRequest page) {
        return pages.under(UNDER, claimIds, page, Map.of());
    }

    private static Listing<Review> listing(String match) {
        return Listing.byId(Keyset.of("r", "id", match, Review.PROJECTION), Review::from, Review::id);
    }

    /** Which reviews a list shows. */
    record ReviewFilter(
            @Nullable List<ReviewStatus> status,
            @Nullable List<String> claimIds,
            @Nullable Boolean forMe) {

        static final ReviewFilter NONE = new ReviewFilter(null, null, null);

        /** Whether only reviews that go on are asked for: few beside those that ended. */
        boolean isOpen() {
            return Boolean.TRUE.equals(forMe)
                    || (status != null
                            && List.of(ReviewStatus.WITH_REVIEWER, ReviewStatus.WITH_AUTHOR)
                                    .containsAll(status));
        }

        Map<String, Object> parameters(Actor actor) {
            var parameters = new HashMap<String, Object>();
            parameters.put(
                    "statuses",
                    status == null ? null : status.stream().map(Enum::name).toList());
            parameters.put("claimIds", claimIds);
            parameters.put("forMe", Objects.requireNonNullElse(forMe, false));
            parameters.put("me", actor.id());
            parameters.put("owners", actor.mayActAs(Role.PRODUCT_OWNER) ? actor.answersFor() : Set.of());
            parameters.put("approves", actor.mayActAs(Role.APPROVER));
            return parameters;
        }
    }
}
