package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.paging.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.neo4j.core.Neo4jClient;

/** A change of the embedding model loses nobody's claims, neither while all is embedded anew nor after. */
@ClaimgraphTest
class ChangedModelTests {

    private static final String BEFORE = LetterCounts.class.getName();

    private final Api api;
    private final Messaging messaging;
    private final WordingRepository wordings;
    private final Meaning meaning;
    private final Embedder embedder;
    private final Neo4jClient neo4j;
    private final Claims claims;
    private World world;
    private String claim;

    ChangedModelTests(
            @LocalServerPort int port,
            Messaging messaging,
            WordingRepository wordings,
            Meaning meaning,
            Embedder embedder,
            Neo4jClient neo4j,
            Claims claims) {
        this.api = new Api(port);
        this.messaging = messaging;
        this.wordings = wordings;
        this.meaning = meaning;
        this.embedder = embedder;
        this.neo4j = neo4j;
        this.claims = claims;
    }

    /** Another instance has the lease, so that nobody embeds it meanwhile. */
    @BeforeEach
    void aClaimOfTheModelBefore() {
        another("PT10M");
        world = new World(api);
        claim = world.approved(world.claim("Quartz zithers jingle.", world.encrypted));
        var said = Wording.of(claims.byId(claim).orElseThrow());
        var texts = said.stream().map(Wording::text).collect(Collectors.toSet());
        wordings.replaceOfClaims(Map.of(claim, said), BEFORE, meaning.by(BEFORE, texts));
    }

    @Test
    void oneInstanceEmbedsAndAnotherGoesOnWhereItStopped() {
        another("PT0S");
        embedder.catchUp();
        another("PT10M");
        wordings.replaceOfClaims(Map.of(claim, Wording.of(claims.byId(claim).orElseThrow())), "none", Map.of());
        embedder.catchUp();
        assertThat(behind()).isPositive();

        another("PT0S");
        embedder.startCatchingUp();
        await().until(() -> behind() == 0);
    }

    @Test
    void theVectorsOfTheModelBeforeServeUntilEachIsReplaced() {
        embedder.look();
        assertThat(embedder.otherModels()).contains(BEFORE);
        assertThat(behind()).isPositive();
        assertThat(found("elgnij srehtiz ztrauq")).contains(claim);

        another("PT0S");
        embedder.catchUp();
        assertThat(embedder.otherModels()).doesNotContain(BEFORE);
        assertThat(behind()).isZero();
        assertThat(found("instruments that ring softly")).contains(claim);
    }

    @Test
    void aProblemThatIsRenamedIsFoundByItsNewName() {
        another("PT0S");
        var addressed = world.approved(
                world.claim("It is calm again.", world.encrypted).with("marketProblemIds", List.of(world.problem)));
        var revision = api.ask(
                        "viewer",
                        "query($id: ID!) { marketProblem(id: $id) { revision } }",
                        Map.of("id", world.problem))
                .at("/marketProblem/revision");
        api.done(
                "owner",
                Input.to("ReviseMarketProblem")
                        .with("marketProblemId", world.problem)
                        .with("expectedRevision", revision)
                        .with("name", "Walruses block the harbour"));
        embedder.catchUp();
        assertThat(found("walruses block the harbour")).first().isEqualTo(addressed);
    }

    @Test
    void whatSaysNothingIsLeftWithoutMeaningAndDoesNoHarm() {
        another("PT0S");
        world.drafted(world.claim("\u200b", world.encrypted));
        embedder.catchUp();
        var ask = "{ checkCopy(text: \"...\") { verdict } }";
        assertThat(api.ask("viewer", ask, Map.of()).at("/checkCopy/verdict").asString())
                .isEqualTo("PASS");
    }

    private long behind() {
        var progress = wordings.progress(meaning.model());
        return progress.wordings() - progress.embedded();
    }

    /** Another instance embeds for so long. */
    private void another(String duration) {
        neo4j.query("""
            MERGE (lease:Lease {name: $name})
            SET lease.holder = 'another', lease.until = datetime.realtime() + duration($duration)
            """)
                .bindAll(Map.of("name", Embedder.LEASE, "duration", duration))
                .run();
    }

    private List<String> found(String text) {
        var mine = new ClaimFilter(
                null, null, null, null, null, null, null, null, null, null, List.of(world.name), null, null);
        return messaging.find(text, mine, PageRequest.first(20), false, false).page().nodes().stream()
                .map(found -> found.claim().id())
                .toList();
    }
}
