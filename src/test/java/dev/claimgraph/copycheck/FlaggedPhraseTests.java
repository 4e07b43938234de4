package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Approvers keep a list of phrases that are not to be said, and copy is told where it says one. */
@ClaimgraphTest
class FlaggedPhraseTests {

    private final Api api;
    private final Desk desk;
    private final List<String> flagged = new ArrayList<>();

    FlaggedPhraseTests(@LocalServerPort int port) {
        this.api = new Api(port);
        this.desk = new Desk(api);
    }

    @AfterEach
    void theListIsAsItWas() {
        flagged.forEach(desk::unflag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "best in zorp",
                "Best-in-Zorp",
                "BEST\u00a0IN\u2011ZORP",
                "best in\nzorp",
                "best \u2013 in \u2014 zorp",
                "best in zor\u00adp",
                "best 'in' zorp",
                "best in zorp's"
            })
    void isFoundWhateverItsCaseWhiteSpaceHyphensAndTypography(String said) {
        flag("best-in-zorp", Map.of());
        var text = "We are " + said + ", you know.";
        var finding = Desk.only(desk.check(text, null, null, "PLAIN"));
        assertThat(Desk.slice(text, finding)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best in. Zorp is.",
                "The best, in zorp.",
                "Best in zorps.",
                "Best zorp in.",
                "Best in",
                "Best in\n\nzorp"
            })
    void isNotFoundAcrossSentencesInOtherWordsOrInAnotherOrder(String said) {
        flag("best-in-zorp", Map.of());
        assertThat(Desk.codes(desk.check(said))).doesNotContain("FLAGGED_PHRASE");
    }

    @ParameterizedTest
    @CsvSource({
        "MARKDOWN, 'A **zorp**-*gale* here.', 'zorp**-*gale'",
        "MARKDOWN, 'A [zorp\ngale](/x) here.', 'zorp\ngale'",
        "HTML, '<p>A &#122;orp&nbsp;<i>gale</i> here.</p>', '&#122;orp&nbsp;<i>gale'",
        "HTML, '<img alt=\"A zorp gale.\">', 'zorp gale'"
    })
    void isFoundWhereItIsInTheSource(String format, String text, String passage) {
        flag("zorp gale", Map.of());
        assertThat(Desk.slice(text, Desk.only(desk.check(text, null, null, format))))
                .isEqualTo(passage);
    }

    @ParameterizedTest
    @CsvSource({
        "de, , true",
        "de, de, true",
        "de, de-CH, true",
        "de-CH, de-ch, true",
        "de-CH, de, false",
        "de, en, false",
        "de, den, false",
        ", en, true"
    })
    void countsForItsLocaleAlone(String locale, String draft, boolean counts) {
        flag("kinderzorp", locale == null ? Map.of() : Map.of("locale", locale));
        var codes = Desk.codes(desk.check("Ganz kinderzorp.", null, draft, null));
        assertThat(codes.contains("FLAGGED_PHRASE")).isEqualTo(counts);
    }

    @Test
    void aGermanCompoundThatEndsInItIsAnotherWord() {
        flag("zorppaket", Map.of("locale", "de"));
        assertThat(desk.check("Das Komfortzorppaket.").get("findings")).isEmpty();
    }

    @Test
    void theLongestCountsWhereSeveralOverlap() {
        flag("zorp", Map.of("forbidden", true));
        flag("tall zorp", Map.of("forbidden", true));
        flag("tall zorp story here", Map.of());
        var run = desk.check("A tall zorp story here, and a tall zorp there, zorp.");
        assertThat(Desk.findings(run).stream()
                        .map(finding -> finding.get("excerpt").asString()))
                .containsExactly("tall zorp story here", "tall zorp", "zorp");
        assertThat(Desk.findings(run).stream()
                        .map(finding -> finding.get("blocks").asBoolean()))
                .containsExactly(false, true, true);
    }

    @Test
    void isListedReadAgainAndGoneOnceItIsOffTheList() {
        var id = desk.flag("zorp of the list", Map.of("locale", "de-ch", "alternative", "gale", "forbidden", true));
        var document = "query($id: ID!) { node(id: $id) { __typename ... on FlaggedPhrase { phrase reason alternative"
                + " locale forbidden addedAt addedBy { name } history { nodes { action } } } } }";
        var read = api.ask("viewer", document, Map.of("id", id)).get("node");
        assertThat(read.get("__typename").asString()).isEqualTo("FlaggedPhrase");
        assertThat(read.get("phrase").asString()).isEqualTo("zorp of the list");
        assertThat(read.get("locale").asString()).isEqualTo("de-CH");
        assertThat(read.get("alternative").asString()).isEqualTo("gale");
        assertThat(read.get("forbidden").asBoolean()).isTrue();
        assertThat(read.at("/history/nodes").findValuesAsString("action")).containsExactly("flagPhrase");
        assertThat(listed()).contains(id);

        desk.unflag(id);

        assertThat(api.ask("viewer", document, Map.of("id", id)).get("node").isNull())
                .isTrue();
        assertThat(listed()).doesNotContain(id);
        assertThat(desk.check("A zorp of the list.").get("findings")).isEmpty();
        assertThat(api.refused("approver", Input.to("UnflagPhrase").with("phraseId", id)))
                .containsExactly("NOT_FOUND phraseId");
        flag("zorp of the list", Map.of());
    }

    @Test
    void theListComesInPages() {
        var first = flag("zorp one", Map.of());
        var second = flag("zorp two", Map.of());
        var page = page("last: 1");
        assertThat(page.at("/nodes/0/id").asString()).isEqualTo(second);
        var before = page("last: 1, before: \"%s\""
                .formatted(page.at("/pageInfo/startCursor").asString()));
        assertThat(before.at("/nodes/0/id").asString()).isEqualTo(first);
        assertThat(before.get("totalCount").asInt()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', Why., , REQUIRED phrase",
        "zorp, ' ', , REQUIRED reason",
        "'…!', Why., , INVALID phrase",
        "'#1', Why., , INVALID phrase",
        "zorp, Why., not a locale, INVALID locale",
        "zorp, Why., de_DE, INVALID locale",
        "zorp, Why., aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaaa, TOO_LONG locale"
    })
    void whatIsNoPhraseIsRefused(String phrase, String reason, String locale, String problem) {
        var input = Input.to("FlagPhrase").with("phrase", phrase).with("reason", reason);
        assertThat(api.refused("approver", locale == null ? input : input.with("locale", locale)))
                .contains(problem);
    }

    @Test
    void whatIsTooLongIsRefused() {
        var input = Input.to("FlagPhrase")
                .with("phrase", "zorp ".repeat(50))
                .with("reason", "w".repeat(2001))
                .with("alternative", "a".repeat(2001));
        assertThat(api.refused("approver", input))
                .containsExactly("TOO_LONG phrase", "TOO_LONG reason", "TOO_LONG alternative");
    }

    @Test
    void theSameWordsForTheSameLocaleAreOnTheListOnce() {
        flag("zorp-again", Map.of());
        var again = Input.to("FlagPhrase").with("phrase", "ZORP again").with("reason", "Why.");
        assertThat(api.refused("approver", again)).containsExactly("KEY_TAKEN phrase");
        flag("ZORP again", Map.of("locale", "en"));
        assertThat(api.refused("approver", again.with("locale", "EN"))).containsExactly("KEY_TAKEN phrase");
    }

    @Test
    void ofManyWhoFlagTheSameAtOnceOneDoes() {
        var input = Input.to("FlagPhrase").with("phrase", "zorp all at once").with("reason", "Why.");
        var refused = AtOnce.times(6, () -> api.refused("approver", input));
        assertThat(refused).filteredOn(List::isEmpty).hasSize(1);
        assertThat(refused).filteredOn(problems -> !problems.isEmpty()).allMatch(List.of("KEY_TAKEN phrase")::equals);
        var last = page("last: 1").at("/nodes/0/id").asString();
        var gone = AtOnce.times(
                6, () -> api.refused("approver", Input.to("UnflagPhrase").with("phraseId", last)));
        assertThat(gone).filteredOn(List::isEmpty).hasSize(1);
        assertThat(gone).filteredOn(problems -> !problems.isEmpty()).allMatch(List.of("NOT_FOUND phraseId")::equals);
    }

    @Test
    void theSameKeyGivesTheSamePhrase() {
        var id = flag("zorp with a key", Map.of("idempotencyKey", "zorp"));
        assertThat(desk.flag("zorp with a key", Map.of("idempotencyKey", "zorp")))
                .isEqualTo(id);
        var other = Input.to("FlagPhrase")
                .with("phrase", "zorp with another")
                .with("reason", "Why.")
                .with("idempotencyKey", "zorp");
        assertThat(api.refused("approver", other)).containsExactly("IDEMPOTENCY_MISMATCH idempotencyKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "contributor", "marketer", "owner", "steward"})
    void nobodyButApproversAndAdminsKeepsTheList(String account) {
        var input = Input.to("FlagPhrase").with("phrase", "zorp of mine").with("reason", "Why.");
        assertThat(api.forbidden(account, input)).isEqualTo("it takes the role APPROVER.");
    }

    @Test
    void adminsKeepTheListToo() {
        var document = "mutation($input: FlagPhraseInput!) { flagPhrase(input: $input) { flaggedPhrase { id } } }";
        var input = Map.of("phrase", "zorp of the admin", "reason", "Why.");
        flagged.add(api.ask("admin", document, Map.of("input", input))
                .at("/flagPhrase/flaggedPhrase/id")
                .asString());
    }

    private String flag(String phrase, Map<String, ?> more) {
        var id = desk.flag(phrase, more);
        flagged.add(id);
        return id;
    }

    private List<String> listed() {
        return page("last: 100").get("nodes").findValuesAsString("id");
    }

    private JsonNode page(String bounds) {
        var document = "{ flaggedPhrases(%s) { nodes { id } pageInfo { startCursor } totalCount } }".formatted(bounds);
        return api.ask("viewer", document, Map.of()).get("flaggedPhrases");
    }
}
