package dev.claimgraph.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Repository;

/**
 * Finds all there is, page by page in the order of the names that files know it by: its key or, where it has none of its own, its id.
 */
@Repository
class Everything {

    private static final int PAGE = 500;

    private static final String KEYED =
            " WHERE n.key > $after RETURN n.id AS id, n.key AS name ORDER BY n.key LIMIT $limit";
    private static final String PRODUCTS = "MATCH (n:Product)" + KEYED;
    private static final String PERSONAS = "MATCH (n:Persona)" + KEYED;
    private static final String FEATURES = "MATCH (n:Feature)" + KEYED;
    private static final String MARKET_PROBLEMS = "MATCH (n:MarketProblem)" + KEYED;
    private static final String COMPETITORS = "MATCH (n:Competitor)" + KEYED;
    private static final String FACTS = "MATCH (n:Fact)" + KEYED;
    private static final String CLAIMS = "MATCH (n:Claim)" + KEYED;

    private static final String UNKEYED =
            " WHERE n.id > $after AND n.key IS NULL RETURN n.id AS id, n.id AS name ORDER BY n.id LIMIT $limit";
    private static final String UNKEYED_FACTS = "MATCH (n:Fact)" + UNKEYED;
    private static final String UNKEYED_CLAIMS = "MATCH (n:Claim)" + UNKEYED;

    private static final String USAGES = """
        UNWIND $claimIds AS claimId
        MATCH (:Claim {id: claimId})<-[:OF]-(u:Usage)
        RETURN u.id AS id, claimId AS name
        """;

    private static final String NAMES = """
        UNWIND $ids AS id
        CALL (id) {
          MATCH (n:Fact {id: id}) RETURN coalesce(n.key, id) AS name
          UNION
          MATCH (n:Claim {id: id}) RETURN coalesce(n.key, id) AS name
          UNION
          MATCH (n:Subject {id: id}) RETURN n.key AS name
          UNION
          MATCH (n:Product {id: id}) RETURN n.key AS name
        }
        RETURN id, name
        """;

    private static final String PRODUCT_IDS =
            "UNWIND $keys AS name MATCH (n:Product {key: name}) RETURN n.id AS id, name";
    private static final String PERSONA_IDS =
            "UNWIND $keys AS name MATCH (n:Persona {key: name}) RETURN n.id AS id, name";
    private static final String FEATURE_IDS =
            "UNWIND $keys AS name MATCH (n:Feature {key: name}) RETURN n.id AS id, name";
    private static final String MARKET_PROBLEM_IDS =
            "UNWIND $keys AS name MATCH (n:MarketProblem {key: name}) RETURN n.id AS id, name";
    private static final String COMPETITOR_IDS =
            "UNWIND $keys AS name MATCH (n:Competitor {key: name}) RETURN n.id AS id, name";
    private static final String FACT_IDS = "UNWIND $keys AS name MATCH (n:Fact {key: name}) RETURN n.id AS id, name";
    private static final String CLAIM_IDS = "UNWIND $keys AS name MATCH (n:Claim {key: name}) RETURN n.id AS id, name";

    private static final String SIZE =
            "RETURN COUNT { (:Product) } + COUNT { (:Subject) } + COUNT { (:Fact) } + COUNT { (:Claim) } + COUNT {"
                    + " (:Usage) } AS size";

    private final Neo4jClient neo4j;

    Everything(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    /** Some at a time, in the order of their names. */
    void each(RowType type, Consumer<List<Named>> work) {
        var sources = List.of(new Source(after -> keyed(type, after)), new Source(after -> unkeyed(type, after)));
        var page = new ArrayList<Named>();
        for (var next = first(sources); next != null; next = first(sources)) {
            page.add(next);
            if (page.size() == PAGE) {
                work.accept(List.copyOf(page));
                page.clear();
            }
        }
        if (!page.isEmpty()) {
            work.accept(page);
        }
    }

    private static @Nullable Named first(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.peek() != null)
                .min(Comparator.comparing(
                        source -> Objects.requireNonNull(source.peek()).name()))
                .map(Source::poll)
                .orElse(null);
    }

    /** How many there are, but for people and teams. */
    long size() {
        return neo4j.query(SIZE).fetchAs(Long.class).one().orElse(0L);
    }

    /** The names of things by their ids. */
    Map<String, String> names(Collection<String> ids) {
        var names = new HashMap<String, String>();
        if (ids.isEmpty()) {
            return names;
        }
        read(NAMES, Map.of("ids", ids)).forEach(named -> names.put(named.id, named.name));
        return names;
    }

    /** The ids of things by their keys; of those alone that have one. */
    Map<String, String> ids(RowType type, Collection<String> keys) {
        var parameters = Map.<String, Object>of("keys", keys);
        var found = switch (type) {
            case PRODUCT -> read(PRODUCT_IDS, parameters);
            case PERSONA -> read(PERSONA_IDS, parameters);
            case FEATURE -> read(FEATURE_IDS, parameters);
            case MARKET_PROBLEM -> read(MARKET_PROBLEM_IDS, parameters);
            case COMPETITOR -> read(COMPETITOR_IDS, parameters);
            case FACT -> read(FACT_IDS, parameters);
            case CLAIM -> read(CLAIM_IDS, parameters);
            case PERSON, TEAM, USAGE -> List.<Named>of();
        };
        return found.stream().collect(Collectors.toMap(Named::name, Named::id));
    }

    /** The ids of the usages of claims. */
    List<String> usages(Collection<String> claimIds) {
        return read(USAGES, Map.of("claimIds", claimIds)).stream()
                .map(Named::id)
                .toList();
    }

    private Collection<Named> keyed(RowType type, String after) {
        var parameters = Map.<String, Object>of("after", after, "limit", PAGE);
        return switch (type) {
            case PRODUCT -> read(PRODUCTS, parameters);
            case PERSONA -> read(PERSONAS, parameters);
            case FEATURE -> read(FEATURES, parameters);
            case MARKET_PROBLEM -> read(MARKET_PROBLEMS, parameters);
            case COMPETITOR -> read(COMPETITORS, parameters);
            case FACT -> read(FACTS, parameters);
            case CLAIM -> read(CLAIMS, parameters);
            case PERSON, TEAM, USAGE -> List.of();
        };
    }

    private Collection<Named> unkeyed(RowType type, String after) {
        var parameters = Map.<String, Object>of("after", after, "limit", PAGE);
        return switch (type) {
            case FACT -> read(UNKEYED_FACTS, parameters);
            case CLAIM -> read(UNKEYED_CLAIMS, parameters);
            default -> List.of();
        };
    }

    private Collection<Named> read(String cypher, Map<String, Object> parameters) {
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(Named.class)
                .mappedBy((types, row) ->
                        new Named(row.get("id").asString(), row.get("name").asString()))
                .all();
    }

    /** A thing and the name that files know it by. */
    record Named(String id, String name) {}

    /** One order of names, read page by page. */
    private static final class Source {

        private final Function<String, Collection<Named>> pages;
        private final Deque<Named> page = new ArrayDeque<>();
        private String after = "";
        private boolean isRead;

        Source(Function<String, Collection<Named>> pages) {
            this.pages = pages;
        }

        @Nullable
        Named peek() {
            if (page.isEmpty() && !isRead) {
                page.addAll(pages.apply(after));
                isRead = page.size() < PAGE;
            }
            return page.peek();
        }

        Named poll() {
            var next = page.remove();
            after = next.name();
            return next;
        }
    }
}
