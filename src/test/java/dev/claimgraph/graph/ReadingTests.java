package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgraph.ClaimgraphTest;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Bookmark;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a request reads goes to any member of a cluster, and what it writes to the leader: the database is told which is which. */
@ClaimgraphTest
record ReadingTests(Neo4jClient neo4j, TransactionTemplate transaction, Neo4jBookmarkManager bookmarks) {

    private static final String WRITE = "CREATE (n:Unread) DELETE n";
    private static final Seen.Carried REQUEST = new Seen.Carried();
    private static final Bookmark BROUGHT = Bookmark.from("FB:brought");

    @AfterEach
    void theRequestIsOver() {
        REQUEST.setValue();
    }

    @Test
    void whatARequestAsksOutsideOfATransactionOnlyReads() {
        REQUEST.setValue(new Seen(Set.of()));
        assertThat(neo4j.query("RETURN 42").fetchAs(Integer.class).one()).hasValue(42);
        assertThatThrownBy(() -> neo4j.query(WRITE).run()).hasMessageContaining("Writing in read access mode");
    }

    @Test
    void whatARequestWritesIsOneTransaction() {
        var seen = new Seen(Set.of());
        REQUEST.setValue(seen);
        transaction.executeWithoutResult(status -> neo4j.query(WRITE).run());
        assertThat(seen.written()).hasSize(1).isSubsetOf(bookmarks.getBookmarks());
    }

    @Test
    void whatNoRequestWaitsForMayWriteAnyhow() {
        neo4j.query(WRITE).run();
    }

    @Test
    void everySessionOfARequestIsToldOfWhatItBrought() {
        REQUEST.setValue(new Seen(Set.of(BROUGHT)));
        assertThat(bookmarks.getBookmarks()).contains(BROUGHT);
        REQUEST.setValue();
        assertThat(bookmarks.getBookmarks()).doesNotContain(BROUGHT);
    }
}
