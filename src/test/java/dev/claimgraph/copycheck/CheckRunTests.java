package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.World;
import dev.claimgraph.shared.Fingerprint;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was said of a draft can be read again, and is said again of the same draft as long as the library is the same. */
@ClaimgraphTest
class CheckRunTests {

    private static final String DRAFT = "Gromble lifts 12 tonnes. Gromble cuts the cost of cranes by 41 percent.\n\n"
            + "Gromble is the only crane that never rusts. Gromble lifts 99 tonnes.";

    private final Api api;
    private final Desk desk;
    private World world;

    CheckRunTests(@LocalServerPort int port) {
        this.api = new Api(port);
        this.desk = new Desk(api);
    }

    @BeforeEach
    void aLibrary() {
        world = new World(api);
        world.approved(world.claim("Gromble lifts 12 tonnes.", world.encrypted));
    }

    @Test
    void theSameDraftAgainstTheSameLibraryIsTheSameRun() {
        var first = desk.check(DRAFT);
        assertThat(desk.check(DRAFT)).isEqualTo(first);
        assertThat(desk.check(DRAFT + " ").get("id")).isNotEqualTo(first.get("id"));
        assertThat(desk.check(DRAFT, "ads", null, null).get("id")).isNotEqualTo(first.get("id"));
        assertThat(desk.check(DRAFT, null, "en", null).get("id")).isNotEqualTo(first.get("id"));
        assertThat(desk.check(DRAFT, null, null, "MARKDOWN").get("id")).isNotEqualTo(first.get("id"));
        assertThat(desk.check(DRAFT, " ", "", "PLAIN")).isEqualTo(first);
    }

    @Test
    void ofManyWhoCheckTheSameAtOnceAllGetOneRun() {
        var ids = AtOnce.times(
                6, () -> desk.check("Gromble waits for everybody.").get("id").asString());
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void aChangeOfTheLibraryMakesAnotherRun() {
        var before = desk.check(DRAFT);
        world.drafted(world.claim("Nothing to do with it.", world.encrypted));
        var after = desk.check(DRAFT);
        assertThat(after.get("id")).isNotEqualTo(before.get("id"));
        assertThat(after.get("libraryState").asLong())
                .isGreaterThan(before.get("libraryState").asLong());
        assertThat(after.get("draftSha256")).isEqualTo(before.get("draftSha256"));
    }

    @Test
    void aRunIsReadAgainAsItWasAnswered() {
        var run = desk.check(DRAFT, "ads", "en-gb", null);
        var id = run.get("id").asString();
        assertThat(desk.kept(id)).isEqualTo(run);
        assertThat(run.get("draftSha256").asString()).isEqualTo(Fingerprint.sha256(DRAFT));
        assertThat(run.get("characters").asInt()).isEqualTo(DRAFT.length());
        assertThat(run.get("channel").asString()).isEqualTo("ads");
        assertThat(run.get("locale").asString()).isEqualTo("en-GB");
        assertThat(run.get("format").asString()).isEqualTo("PLAIN");
        assertThat(run.get("rules").asInt()).isEqualTo(3);
        assertThat(run.at("/checkedBy/name").asString()).isNotBlank();
        assertThat(run.at("/history/totalCount").asInt()).isZero();
        assertThat(api.send("viewer", "Refetch", Map.of("id", id))
                        .at("/node/__typename")
                        .asString())
                .isEqualTo("CheckRun");
        assertThat(desk.kept("check_00000000000000000000000000").isNull()).isTrue();
    }

    @Test
    void whatWasAnsweredStaysWhateverBecomesOfTheLibrary() {
        var run = desk.check(DRAFT);
        world.approved(world.claim("Gromble lifts 99 tonnes.", world.encrypted));
        var kept = desk.kept(run.get("id").asString());
        assertThat(Desk.codes(kept)).isEqualTo(Desk.codes(run));
        assertThat(kept.get("verdict")).isEqualTo(run.get("verdict"));
    }

    @Test
    void findingsComeInTheOrderOfTheDraft() {
        var phrase = desk.flag("gromble cuts", false);
        try {
            var run = desk.check(DRAFT);
            assertThat(Desk.codes(run)).contains("UNSUBSTANTIATED", "FLAGGED_PHRASE");
            assertThat(Desk.findings(run))
                    .isSortedAccordingTo(
                            Comparator.comparing(finding -> finding.get("start").asInt()))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(finding -> assertThat(Desk.slice(DRAFT, finding))
                            .isEqualTo(finding.get("excerpt").asString()));
            assertThat(desk.check(DRAFT)).isEqualTo(run);
        } finally {
            desk.unflag(phrase);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\u00a0", "<p></p>", "---"})
    void whatSaysNothingPasses(String text) {
        var run = desk.check(text);
        assertThat(run.get("verdict").asString()).isEqualTo("PASS");
        assertThat(run.get("findings")).isEmpty();
    }

    @Test
    void aDraftHas100000CharactersAtMost() {
        var longest = "Gromble waits. ".repeat(6_667).substring(0, 100_000);
        assertThat(desk.check(longest).get("characters").asInt()).isEqualTo(100_000);
        assertThat(desk.refusal(longest + ".", null, null))
                .startsWith("BAD_REQUEST: text has 100,001 characters; at most 100,000");
    }

    @Test
    void aChannelOrALocaleThatIsNoneIsRefused() {
        assertThat(desk.refusal(DRAFT, "c".repeat(101), null)).startsWith("BAD_REQUEST: channel has 101 characters");
        assertThat(desk.refusal(DRAFT, null, "e".repeat(36))).startsWith("BAD_REQUEST: locale has 36 characters");
        assertThat(desk.refusal(DRAFT, null, "no language")).startsWith("BAD_REQUEST: locale is no language tag");
    }
}
