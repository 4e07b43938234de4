package dev.claimgraph.copycheck;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The list of flagged phrases in the graph. */
@Component
class FlaggedPhraseRepository {

    private static final Listing<FlaggedPhrase> PHRASES = Listing.byId(
            Keyset.of("p", "id", "MATCH (p:FlaggedPhrase) WHERE {within}\n", "p"),
            FlaggedPhrase::from,
            FlaggedPhrase::id);

    private static final String BY_ID = "UNWIND $these AS id MATCH (p:FlaggedPhrase {id: id}) RETURN p AS phrase";

    private static final String BY_PRINT =
            "UNWIND $these AS print MATCH (p:FlaggedPhrase {print: print}) RETURN p AS phrase";

    private static final String ALL =
            "MATCH (p:FlaggedPhrase) WHERE p.id > '' WITH p ORDER BY p.id LIMIT $most RETURN p AS phrase";

    private final Neo4jClient neo4j;
    private final Pages pages;

    FlaggedPhraseRepository(Neo4jClient neo4j, Pages pages) {
        this.neo4j = neo4j;
        this.pages = pages;
    }

    Collection<FlaggedPhrase> byId(Collection<String> ids) {
        return read(BY_ID, Map.of("these", ids));
    }

    Optional<FlaggedPhrase> byPrint(String print) {
        return read(BY_PRINT, Map.of("these", List.of(print))).stream().findFirst();
    }

    Collection<FlaggedPhrase> all(int most) {
        return read(ALL, Map.of("most", most));
    }

    Connection<FlaggedPhrase> page(PageRequest page) {
        return pages.list(PHRASES, page, Map.of());
    }

    long count() {
        return pages.count("MATCH (p:FlaggedPhrase) RETURN count(p)", Map.of());
    }

    void add(FlaggedPhrase phrase) {
        neo4j.query("CREATE (p:FlaggedPhrase) SET p = $properties")
                .bind(phrase.properties())
                .to("properties")
                .run();
    }

    void delete(String id) {
        neo4j.query("MATCH (p:FlaggedPhrase {id: $id}) DELETE p")
                .bind(id)
                .to("id")
                .run();
    }

    private Collection<FlaggedPhrase> read(String cypher, Map<String, Object> parameters) {
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(FlaggedPhrase.class)
                .mappedBy((types, row) -> FlaggedPhrase.from(row.get("phrase")))
                .all();
    }
}
