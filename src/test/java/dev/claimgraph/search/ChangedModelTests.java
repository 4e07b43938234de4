package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A change of the embedding model loses nobody's claims, neither while all is embedded anew nor after. */
@ClaimgraphTest
class ChangedModelTests {

    private static final String BEFORE = LetterCounts.class.getName();

    private final Api api;
    private final Messaging messaging;
    private final WordingRepository wordings;
    private final Meaning meaning;
    private final Embedder embedder;
    private final Claims claims;
    private World world;
    private String claim;

    ChangedModelTests(
            @LocalServerPort int port,
            Messaging messaging,
            WordingRepository wordings,
            Meaning meaning,
            Embedder embedder,
            Claims claims) {
        this.api = new Api(port);
        this.messaging = messaging;
        this.wordings = wordings;
        this.meaning = meaning;
        this.embedder = embedder;
        this.claims = claims;
    }

    @BeforeEach
    void aClaimOfTheModelBefore() {
        world = new World(api);
        claim = world.approved(world.claim("Quartz zithers jingle.", world.encrypted));
        var said = Wording.of(claims.byId(claim).orElseThrow());
        var texts = said.stream().map(Wording::text).collect(Collectors.toSet());
        wordings.replaceOfClaims(Map.of(claim, said), BEFORE, meaning.by(BEFORE, texts));
    }

    @Test
    void theVectorsOfTheModelBeforeServeUntilEachIsReplaced() {
        embedder.look();
        assertThat(embedder.otherModels()).contains(BEFORE);
        assertThat(wordings.progress(meaning.model()).embedded())
                .isLessThan(wordings.progress(meaning.model()).wordings());
        assertThat(found("elgnij srehtiz ztrauq")).contains(claim);

        embedder.catchUp();
        assertThat(embedder.otherModels()).doesNotContain(BEFORE);
        assertThat(wordings.progress(meaning.model()).embedded())
                .isEqualTo(wordings.progress(meaning.model()).wordings());
        assertThat(found("instruments that ring softly")).contains(claim);
    }

    @Test
    void aProblemThatIsRenamedIsFoundByItsNewName() {
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
        world.drafted(world.claim("\u200b", world.encrypted));
        embedder.catchUp();
        var ask = "{ checkCopy(text: \"...\") { verdict } }";
        assertThat(api.ask("viewer", ask, Map.of()).at("/checkCopy/verdict").asString())
                .isEqualTo("PASS");
    }

    private List<String> found(String text) {
        var mine = new ClaimFilter(
                null, null, null, null, null, null, null, null, null, null, List.of(world.name), null, null);
        return messaging.find(text, mine, PageRequest.first(20), false, false).page().nodes().stream()
                .map(found -> found.claim().id())
                .toList();
    }
}
