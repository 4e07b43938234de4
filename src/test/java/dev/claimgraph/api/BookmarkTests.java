package dev.claimgraph.api;

import static dev.claimgraph.api.Http.code;
import static dev.claimgraph.api.Http.header;
import static dev.claimgraph.api.Http.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.graph.Bookmarks;
import dev.claimgraph.graph.SomeBookmarks;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever writes is given a bookmark, and with it reads what they wrote; see {@code InstancesTests} for several instances. */
@ClaimgraphTest
class BookmarkTests {

    private static final String BOOKMARK = "Claimgraph-Bookmark";
    private static final String NEVER_GIVEN =
            "Claimgraph-Bookmark: it is none that was given for this graph; send it as it came, or leave it out.";

    private final Http admin;
    private final SomeBookmarks some;

    BookmarkTests(@LocalServerPort int port, Bookmarks bookmarks, Driver driver) {
        this.admin = new Http(port, "admin");
        this.some = new SomeBookmarks(bookmarks, driver);
    }

    @Test
    void whatWritesIsAnsweredWithABookmark() {
        assertThat(header(created(), BOOKMARK)).isNotBlank();
    }

    @Test
    void whatReadsOrIsRefusedIsAnsweredWithNone() {
        assertThat(header(admin.get("{ me { name } }"), BOOKMARK)).isEmpty();
        assertThat(header(create(""), BOOKMARK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ me { name } }", "{ products(first: 1) { nodes { name } } }"})
    void itIsTakenWithWhateverIsAskedNext(String query) {
        var bookmark = header(created(), BOOKMARK);
        assertThat(admin.get(query, BOOKMARK, bookmark).statusCode()).isEqualTo(200);
        var other = header(created(BOOKMARK, bookmark), BOOKMARK);
        assertThat(other).isNotBlank().isNotEqualTo(bookmark);
        assertThat(admin.get(query, BOOKMARK, bookmark, BOOKMARK, other).statusCode())
                .isEqualTo(200);
        assertThat(admin.get(query, BOOKMARK, bookmark + ", " + other).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "FB:kcwQAAAAAAAAAAAAAAAAAAAAATKQ", ".", "sealed.FB:kcwQAAAAAAAAAAAAAAAAAAAAATKQ", "x, y"})
    void whatNobodyGaveIsRefused(String bookmark) {
        assertRefused(admin.get("{ me { name } }", BOOKMARK, bookmark));
        assertRefused(create("x" + System.nanoTime(), BOOKMARK, bookmark));
    }

    @Test
    void whatIsAlteredOrTooLongIsRefused() {
        var bookmark = header(created(), BOOKMARK);
        assertRefused(admin.get("{ me { name } }", BOOKMARK, bookmark + "A"));
        assertRefused(admin.get("{ me { name } }", BOOKMARK, bookmark + "A".repeat(5_000)));
        var many = String.join(",", Collections.nCopies(11, bookmark));
        var refusal = admin.get("{ me { name } }", BOOKMARK, many);
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(sentence(refusal)).isEqualTo("Claimgraph-Bookmark: there are more than 10; the last one will do.");
    }

    /** A bookmark holds what its session was told to wait for, of other databases too; so it shows what that was. */
    @Test
    void whatIsWrittenNextIsWrittenInASessionThatIsToldOfIt() {
        var next = header(created(BOOKMARK, some.ofTheSystem()), BOOKMARK);
        assertThat(some.isOfTheSystem(next)).isTrue();
        assertThat(some.isOfTheSystem(some.ofTheSystem())).isTrue();
    }

    /** As after an older backup was restored. Nobody waits for it for long. */
    @Test
    void whatIsNeverReachedIsRefusedInTime() {
        var refusal = admin.get("{ me { name } }", BOOKMARK, some.neverReached());
        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(code(refusal)).isEqualTo("UNAVAILABLE");
        assertThat(sentence(refusal))
                .isEqualTo("Claimgraph-Bookmark: the graph has not come to it within 3 seconds; try again, or leave it"
                        + " out.");
        assertThat(admin.get("{ me { name } }").statusCode()).isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> refusal) {
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(code(refusal)).isEqualTo("BAD_REQUEST");
        assertThat(sentence(refusal)).isEqualTo(NEVER_GIVEN);
    }

    private HttpResponse<String> created(String... headers) {
        var answer = create("bookmark-" + System.nanoTime(), headers);
        assertThat(answer.body()).contains("\"problems\":[]");
        return answer;
    }

    private HttpResponse<String> create(String key, String... headers) {
        var mutation =
                "mutation($key: String!) { createProduct(input: {key: $key, name: \"X\"}) { problems { code } } }";
        return admin.post(Map.of("query", mutation, "variables", Map.of("key", key)), headers);
    }
}
