package dev.claimgraph.catalog;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalog's lists: products, subjects of each type, a product's features, a subject's revisions. */
@Component
class CatalogLists {

    private static final String PRODUCTS = """
        MATCH (p:Product)
        WHERE {within}
          AND ($keys IS NULL OR p.key IN $keys)
          AND ($name IS NULL OR toLower(p.name) CONTAINS toLower($name))
          AND ($ownerId IS NULL OR p.ownerId = $ownerId)
        """;

    private static final String SUBJECTS = """
        WHERE {within}
          AND ($keys IS NULL OR s.key IN $keys)
          AND ($name IS NULL OR toLower(properties(s).name) CONTAINS toLower($name))
          AND ($ownerId IS NULL
            OR coalesce(s.ownerId, head([(s)-[:PART_OF]->(p:Product) | p.ownerId]), s.createdBy) = $ownerId)
          AND ($productKeys IS NULL OR EXISTS { (s)-[:PART_OF]->(p:Product) WHERE p.key IN $productKeys })
          AND ($lifecycle IS NULL OR s.lifecycle IN $lifecycle)
          AND ($personaKeys IS NULL OR EXISTS { (s)<-[:HAS_PROBLEM]-(p:Persona) WHERE p.key IN $personaKeys })
          AND ($featureKeys IS NULL OR EXISTS { (s)<-[:SOLVES]-(f:Feature) WHERE f.key IN $featureKeys })
        """;

    private static final Listing<Revision> REVISIONS =
            Listing.byId(Keyset.of("r", "id", """
                UNWIND $ids AS id
                CALL (id) {
                  MATCH (r:Revision {subjectId: id})
                  WHERE {within}
                  WITH r ORDER BY {order} LIMIT $limit
                  RETURN collect(r) AS items
                }
                RETURN id, items, CASE WHEN $counted THEN COUNT {
                  MATCH (r:Revision {subjectId: id}) WHERE r.id IS NOT NULL } END AS total
                """), Revision::from, Revision::id);

    private static final Listing<Subject> FEATURES =
            Listing.byId(Keyset.of("s", "id", """
                UNWIND $ids AS id
                CALL (id) {
                  MATCH (:Product {id: id})<-[:PART_OF]-(s:Feature)
                  WITH DISTINCT s WHERE {within}
                  WITH s ORDER BY {order} LIMIT $limit
                  RETURN collect(\
                """ + Subject.PROJECTION + """
                  ) AS items
                }
                RETURN id, items,
                  CASE WHEN $counted THEN COUNT { (:Product {id: id})<-[:PART_OF]-(:Feature) } END AS total
                """), Subject::from, Subject::id);

    private static final Orders<Product> PRODUCT_LISTS = new Orders<>(
            new Listing<>(Keyset.of("p", "id", PRODUCTS, "p"), Product::from, Product::id, Product::id),
            new Listing<>(Keyset.of("p", "name", PRODUCTS, "p"), Product::from, Product::name, Product::id));

    private static final Map<SubjectType, Orders<Subject>> SUBJECT_LISTS = Map.of(
            SubjectType.FEATURE, subjects("MATCH (s:Feature)\n" + SUBJECTS),
            SubjectType.PERSONA, subjects("MATCH (s:Persona)\n" + SUBJECTS),
            SubjectType.MARKET_PROBLEM, subjects("MATCH (s:MarketProblem)\n" + SUBJECTS),
            SubjectType.COMPETITOR, subjects("MATCH (s:Competitor)\n" + SUBJECTS));

    private final Pages pages;

    CatalogLists(Pages pages) {
        this.pages = pages;
    }

    Connection<Product> products(@Nullable CatalogFilter filter, @Nullable CatalogOrder order, PageRequest page) {
        return pages.list(PRODUCT_LISTS.by(order), page, parameters(filter));
    }

    Connection<Subject> subjects(
            SubjectType type, @Nullable CatalogFilter filter, @Nullable CatalogOrder order, PageRequest page) {
        return pages.list(Objects.requireNonNull(SUBJECT_LISTS.get(type)).by(order), page, parameters(filter));
    }

    Map<String, Connection<Subject>> features(Collection<String> productIds, PageRequest page) {
        return pages.under(FEATURES, productIds, page, Map.of());
    }

    Map<String, Connection<Revision>> revisions(Collection<String> subjectIds, PageRequest page) {
        return pages.under(REVISIONS, subjectIds, page, Map.of());
    }

    private static Map<String, Object> parameters(@Nullable CatalogFilter filter) {
        return (filter == null ? CatalogFilter.NONE : filter).parameters();
    }

    private static Orders<Subject> subjects(String match) {
        return new Orders<>(
                new Listing<>(Keyset.of("s", "id", match, Subject.PROJECTION), Subject::from, Subject::id, Subject::id),
                new Listing<>(
                        Keyset.of("s", "name", match, Subject.PROJECTION), Subject::from, Subject::name, Subject::id));
    }

    /** One list in each of its orders. */
    private record Orders<T>(Listing<T> byCreation, Listing<T> byName) {

        Listing<T> by(@Nullable CatalogOrder order) {
            return order != null && order.field() == CatalogOrder.Field.NAME ? byName : byCreation;
        }
    }
}
