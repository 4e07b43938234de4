package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A marketer holds a draft against the library before it is printed, and hears of each passage what it may say. */
@ClaimgraphTest
class CheckCopyStory {

    private final Api api;
    private final Desk desk;
    private World world;

    /** A word that no other test's claims have. */
    private String quokka;

    CheckCopyStory(@LocalServerPort int port) {
        this.api = new Api(port);
        this.desk = new Desk(api);
    }

    @BeforeEach
    void aLibrary() {
        world = new World(api);
        quokka = "Quokka" + Long.toString(System.nanoTime(), 36).replaceAll("\\d", "q");
    }

    @Test
    void whatAnApprovedClaimSaysPasses() {
        var claim = world.approved(world.claim(quokka + " copies a folder within 30 seconds.", world.encrypted));
        var run = desk.check(quokka.toUpperCase() + "\ncopies a folder — within 30 seconds!");
        var finding = Desk.only(run);
        assertThat(run.get("verdict").asString()).isEqualTo("PASS");
        assertThat(finding.get("code").asString()).isEqualTo("APPROVED");
        assertThat(finding.get("match").asString()).isEqualTo("EXACT");
        assertThat(finding.at("/claim/id").asString()).isEqualTo(claim);
        assertThat(finding.get("blocks").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See how %s keeps a diary of all visitors at the gate for 40 days! | EXACT",
                "For 40 days, %s kept our diary of all the visitors at its gate. | NEAR",
                "Who came to the entrance stays in the %s log of guests for forty days. | MEANING"
            })
    void howSureItIsThatTheClaimIsMadeIsSaid(String draft, String match) {
        world.approved(
                world.claim(quokka + " keeps a diary of all visitors at the gate for 40 days.", world.encrypted));
        var finding = Desk.only(desk.check(draft.formatted(quokka)));
        assertThat(finding.get("code").asString()).isEqualTo("APPROVED");
        assertThat(finding.get("match").asString()).isEqualTo(match);
        assertThat(finding.at("/claim/text").asString()).contains("keeps a diary of all visitors");
    }

    @Test
    void whatRestsOnMeaningAloneNeedsRevisionButNeverBlocks() {
        world.approved(world.claim(
                quokka + " encrypts every photo on the phone before it is sent to the office.", world.fiftyGigabytes));
        world.set(world.sync, "max-file-size", World.number(20, "GB"));
        var text =
                "Each picture is encrypted by the %s on the mobile device, and only then transferred to headquarters.";
        var finding = revising(text.formatted(quokka), "STALE_CLAIM");
        assertThat(finding.get("match").asString()).isEqualTo("MEANING");
    }

    @Test
    void whatMayNotBeSaidComesWithTheNearestThatMay() {
        world.approved(world.claim(quokka + " swallows your biggest files whole.", world.fiftyGigabytes));
        var usable = world.approved(world.claim(quokka + " swallows your files one by one.", world.encrypted));
        world.set(world.sync, "max-file-size", World.number(20, "GB"));
        var finding = Desk.only(desk.check(quokka + " swallows your biggest files whole."));
        assertThat(finding.get("code").asString()).isEqualTo("STALE_CLAIM");
        assertThat(finding.at("/nearest/0/id").asString()).isEqualTo(usable);
        assertThat(finding.get("suggestion").asString()).isEqualTo(quokka + " swallows your files one by one.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How big a folder? %s copies one within 90 seconds.",
                "%s copies a folder. Within 90 seconds.",
                "## %s copies a folder:\n\n- within 90 seconds"
            })
    void aClaimThatIsSpreadOverSentencesIsHeardTogether(String draft) {
        var claim = world.approved(world.claim(quokka + " copies a folder within 30 seconds.", world.encrypted));
        blocking(draft.formatted(quokka), "VALUE_MISMATCH", claim);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It is false that %s copies a folder.", "We deny that %s copies a folder."})
    void whoSaysThatAClaimIsNotTrueContradictsIt(String draft) {
        var claim = world.approved(world.claim(quokka + " copies a folder.", world.encrypted));
        blocking(draft.formatted(quokka), "CONTRADICTION", claim);
    }

    /** What goes before it does not make it true. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s copies a folder within 30 seconds and every plan is fully HIPAA compliant.",
                "%s copies a folder within 30 seconds and is the market leader."
            })
    void whatIsSaidInTheSameBreathAsAClaimIsNoPartOfIt(String draft) {
        world.approved(world.claim(quokka + " copies a folder within 30 seconds.", world.encrypted));
        var run = desk.check(draft.formatted(quokka));
        assertThat(run.get("verdict").asString()).isEqualTo("NEEDS_REVISION");
        assertThat(run.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("code").asString()))
                .containsExactly("APPROVED", "UNSUBSTANTIATED");
    }

    @Test
    void anotherBoundOfTheSameAmountIsSaidSo() {
        var claim = world.approved(world.claim(quokka + " copies folders of up to 50 GB.", world.encrypted));
        var finding = blocking(quokka + " copies folders of over 50 GB.", "VALUE_MISMATCH", claim);
        assertThat(finding.get("message").asString()).startsWith("Its bound of \"50 GB\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>%s hums.</p><p hidden>It cuts the cost of paperwork by 37 percent.</p>",
                "<p>%s hums.</p><p style='display: none'>It cuts the cost of paperwork by 37 percent.</p>",
                "<p>%s hums. <s>It cuts the cost of paperwork by 37 percent.</s></p>"
            })
    void whatAPageDoesNotShowOrStrikesOutIsNotSaid(String page) {
        assertThat(desk.check(page.formatted(quokka)).get("findings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Does %s cut the cost of paperwork by 37 percent?", "Are %s folders copied within 90 seconds?"})
    void aQuestionClaimsNothing(String draft) {
        world.approved(world.claim(quokka + " copies a folder within 30 seconds.", world.encrypted));
        assertThat(desk.check(draft.formatted(quokka)).get("findings")).isEmpty();
    }

    @Test
    void aQualifierThatTheLibraryHasNeedsNoClaim() {
        world.approved(world.claim(quokka + " hums.", world.encrypted)
                .with(
                        "qualifiers",
                        List.of("Median of 40 " + quokka + " runs over a line of 100 Mbit/s, April 2026.")));
        var run = desk.check("Median of 40 " + quokka + " runs over a line of 100 Mbit/s, April 2026.");
        assertThat(run.get("findings")).isEmpty();
    }

    @Test
    void theContractsOperationIsAnswered() {
        var claim = world.approved(world.claim(quokka + " copies a folder within 30 seconds.", world.encrypted));
        var text = quokka + " copies a folder within 30 seconds.";
        var answer = api.send("viewer", "CheckCopy", Map.of("text", text)).get("checkCopy");
        assertThat(answer.get("verdict").asString()).isEqualTo("PASS");
        assertThat(answer.at("/findings/0/claim/id").asString()).isEqualTo(claim);
    }

    @Test
    void whatIsNotSoAnyMoreBlocksUntilItIsSoAgain() {
        var claim = world.approved(world.claim(quokka + " swallows your biggest files whole.", world.fiftyGigabytes));
        var text = quokka + " swallows your biggest files whole.";
        world.set(world.sync, "max-file-size", World.number(20, "GB"));
        var finding = blocking(text, "STALE_CLAIM", claim);
        assertThat(finding.get("message").asString()).contains("max-file-size");
        world.set(world.sync, "max-file-size", World.number(50, "GB"));
        assertThat(desk.check(text).get("verdict").asString()).isEqualTo("PASS");
    }

    @Test
    void ofTwoClaimsInTheSameWordsTheOneThatMayBeSaidCounts() {
        var text = quokka + " swallows your biggest files whole.";
        world.approved(world.claim(text, world.fiftyGigabytes));
        var usable = world.approved(world.claim(text, world.encrypted));
        world.set(world.sync, "max-file-size", World.number(20, "GB"));
        var run = desk.check(text);
        assertThat(run.get("verdict").asString()).isEqualTo("PASS");
        assertThat(Desk.only(run).at("/claim/id").asString()).isEqualTo(usable);
    }

    @Test
    void whatGoesWithOneClaimSubstantiatesNothingElse() {
        world.drafted(world.claim(quokka + " hums.", world.encrypted)
                .with("qualifiers", List.of(quokka + " is certified to SOC 2 Type II.")));
        var finding = revising("Our own " + quokka + " is certified to SOC 2 Type II.", "UNSUBSTANTIATED");
        assertThat(finding.get("match").isNull()).isTrue();
    }

    @Test
    void whatWasSuggestedIsNotOnceItMayNotBeSaid() {
        world.approved(world.claim(quokka + " copies a folder within 30 seconds.", world.fiftyGigabytes));
        var run = desk.check(quokka + " copies a folder within 90 seconds.");
        assertThat(Desk.only(run).get("suggestion").isNull()).isFalse();
        world.set(world.sync, "max-file-size", World.number(20, "GB"));
        var ask = "query($id: ID!) { checkRun(id: $id) { findings { suggestion nearest { id } } } }";
        var later = api.ask("viewer", ask, Map.of("id", run.get("id").asString()));
        assertThat(later.at("/checkRun/findings/0/suggestion").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>&zwnj;&nbsp;&zwnj;&#847;</p>",
                "Best of the 90\u02bcs.",
                "\u0301",
                "\ud83d\ude80\ud83d\ude80",
                "...",
                "1,2,3,4,5,6,7,8,9"
            })
    void whatSaysNothingPasses(String text) {
        assertThat(desk.check(text).get("verdict").asString()).isEqualTo("PASS");
    }

    @Test
    void whatWasWithdrawnBlocks() {
        var claim = world.approved(world.claim(quokka + " never sleeps on weekends.", world.encrypted));
        api.done("approver", Input.to("WithdrawClaim").with("claimId", claim).with("reason", "It does."));
        var finding = blocking(quokka + " never sleeps on weekends.", "WITHDRAWN_CLAIM", claim);
        assertThat(finding.get("message").asString()).contains("may not be said any more");
    }

    @Test
    void whatNobodyApprovedNeedsRevision() {
        var claim = world.drafted(world.claim(quokka + " hums while it indexes archives.", world.encrypted));
        var finding = revising(quokka + " hums while it indexes archives.", "NOT_APPROVED");
        assertThat(finding.at("/claim/id").asString()).isEqualTo(claim);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN | 'Well. %s copies a folder within 90 seconds. Yes.' | '%s copies a folder within 90 seconds.'",
                "PLAIN | '%s copies a folder within 90 seconds. For 12 EUR.' | '%s copies a folder within 90 seconds.'",
                "MARKDOWN | '# News\n\n"
                    + "- **%s** copies a [folder](/f) within *90* seconds.' | '%s** copies a [folder](/f) within *90*"
                    + " seconds.'",
                "HTML | '<p>R&amp;D: well. <b>%s</b> copies a&nbsp;folder within 90 seconds.</p>' | '%s</b> copies"
                        + " a&nbsp;folder within 90 seconds.'"
            })
    void anotherValueBlocksAndIsShownWhereItIs(String format, String draft, String passage) {
        var claim = world.approved(world.claim(quokka + " copies a folder within 30 seconds.", world.encrypted));
        var text = draft.formatted(quokka);
        var run = desk.check(text, null, null, format);
        var finding = Desk.only(run);
        assertThat(finding.get("code").asString()).isEqualTo("VALUE_MISMATCH");
        assertThat(run.get("verdict").asString()).isEqualTo("BLOCKED");
        assertThat(finding.at("/claim/id").asString()).isEqualTo(claim);
        assertThat(Desk.slice(text, finding))
                .isEqualTo(passage.formatted(quokka))
                .isEqualTo(finding.get("excerpt").asString());
        assertThat(finding.get("message").asString()).contains("90 seconds", "30 seconds");
        assertThat(finding.get("suggestion").asString()).isEqualTo(quokka + " copies a folder within 30 seconds.");
        assertThat(desk.check(text).get("format").asString()).isEqualTo(format);
    }

    @Test
    void theOppositeBlocks() {
        var claim = world.approved(world.claim(quokka + " shares your folders with the crew.", world.encrypted));
        blocking(quokka + " never shares your folders with the crew.", "CONTRADICTION", claim);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "An upload to %s resumes where it left off. | An upload to %s does not resume where it left off.",
                "%s resumes when the line is lost. | %s never resumes when the line is lost.",
                "Send your %s models straight from the browser."
                        + " | You can no longer send your %s models straight from the browser.",
                "%s opens files without a plug-in. | %s still needs a plug-in to open files."
            })
    void itIsDeniedInManyWays(String text, String draft) {
        var claim = world.approved(world.claim(text.formatted(quokka), world.encrypted));
        var finding = Desk.only(desk.check(draft.formatted(quokka)));
        assertThat(finding.get("code").asString()).isEqualTo("CONTRADICTION");
        assertThat(finding.at("/claim/id").asString()).isEqualTo(claim);
    }

    @Test
    void whatAQualifierSaysTooIsStillHeardAsAClaim() {
        world.approved(world.claim(quokka + " sends 50 GB in 71 minutes.", world.encrypted)
                .with(
                        "qualifiers",
                        List.of(quokka + " sends 50 GB in 71 minutes over a line of 100 Mbit/s, April 2026.")));
        revising(quokka + " sends 50 GB in 71 minutes.", "QUALIFIER_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Send Big Models Fast ", "one ", "nothing and "})
    void aSentenceOfAnyLengthIsHeard(String words) {
        assertThat(desk.check(words.repeat(20_000 / words.length()) + quokka)
                        .get("verdict")
                        .asString())
                .isNotBlank();
    }

    @Test
    void aQualifierHasToBeSomewhereInTheDraft() {
        var claim = world.approved(world.claim(quokka + " copies a folder within 30 seconds.", world.encrypted)
                .with("qualifiers", List.of("Measured by the " + quokka + " laboratory on granite hardware.")));
        var text = quokka + " copies a folder within 30 seconds.";
        var finding = revising(text, "QUALIFIER_MISSING");
        assertThat(finding.at("/claim/id").asString()).isEqualTo(claim);
        assertThat(finding.get("suggestion").asString()).contains("granite hardware");

        var whole = desk.check(text + "\n\nCall us.\n\nMeasured by the " + quokka + " laboratory on granite hardware.");
        assertThat(Desk.codes(whole)).containsExactly("APPROVED");
        assertThat(whole.get("verdict").asString()).isEqualTo("PASS");
    }

    @Test
    void whatNoClaimCoversIsAskedAboutAndAnswered() {
        var text = quokka + " cuts the cost of paperwork by 37 percent.";
        var run = desk.check(text);
        var finding = Desk.only(run);
        assertThat(finding.get("code").asString()).isEqualTo("UNSUBSTANTIATED");
        assertThat(finding.get("claim").isNull()).isTrue();
        assertThat(finding.get("match").isNull()).isTrue();
        assertThat(run.get("verdict").asString()).isEqualTo("NEEDS_REVISION");

        var input = Map.of("checkRunId", run.get("id").asString(), "finding", 0, "subjectId", world.sync);
        var asked = desk.ask("viewer", input).get("question");
        assertThat(asked.get("text").asString()).isEqualTo("May we say this: \"" + text + "\"");
        assertThat(asked.at("/subject/id").asString()).isEqualTo(world.sync);
        assertThat(asked.get("status").asString()).isEqualTo("OPEN");
        assertThat(desk.ask("marketer", input).at("/question/id")).isEqualTo(asked.get("id"));

        var fact = Map.of("statement", "It cuts the cost by 21 percent.", "kind", "MARKET");
        api.done(
                "owner",
                Input.to("AnswerQuestion")
                        .with("questionId", asked.get("id").asString())
                        .with("fact", fact));
        var answered = desk.ask("marketer", input).get("question");
        assertThat(answered.get("status").asString()).isEqualTo("ANSWERED");
        assertThat(answered.at("/answer/fact/statement").asString()).isEqualTo("It cuts the cost by 21 percent.");
    }

    @Test
    void aQuestionGoesToWhoeverAnswersForWhatTheNearestClaimIsAbout() {
        world.approved(world.claim(quokka + " cuts the cost of paperwork on every building site.", world.encrypted));
        var run = desk.check("Customers cut the cost of " + quokka + " permits by 37 percent.");
        var finding = Desk.only(run);
        assertThat(finding.get("code").asString()).isEqualTo("UNSUBSTANTIATED");
        assertThat(finding.get("nearest")).isNotEmpty();
        assertThat(finding.get("suggestion").asString()).isNotBlank();
        var asked = desk.ask(
                "viewer",
                Map.of(
                        "checkRunId",
                        run.get("id").asString(),
                        "finding",
                        0,
                        "text",
                        "How much is it, " + quokka + "?"));
        assertThat(asked.get("problems")).isEmpty();
        assertThat(asked.at("/question/subject/id").asString())
                .isEqualTo(subjectOf(finding.at("/nearest/0/id").asString()));
        assertThat(asked.at("/question/text").asString()).startsWith("How much is it");
    }

    @Test
    void aFlaggedPhraseNeedsRevisionAndAForbiddenOneBlocks() {
        var mild = desk.flag("mildly " + quokka, false);
        var wild = desk.flag("wildly " + quokka, Map.of("forbidden", true, "alternative", "calmly"));
        try {
            var finding = revising("Be mildly " + quokka + ".", "FLAGGED_PHRASE");
            assertThat(finding.get("suggestion").isNull()).isTrue();
            var run = desk.check("Be wildly " + quokka + ".");
            finding = Desk.only(run);
            assertThat(run.get("verdict").asString()).isEqualTo("BLOCKED");
            assertThat(finding.get("excerpt").asString()).isEqualTo("wildly " + quokka);
            assertThat(finding.get("suggestion").asString()).isEqualTo("calmly");
            assertThat(finding.get("message").asString())
                    .isEqualTo("\"wildly " + quokka + "\" is not to be said: Nobody knows.");
        } finally {
            desk.unflag(mild);
            desk.unflag(wild);
        }
    }

    private JsonNode blocking(String text, String code, String claim) {
        var run = desk.check(text);
        var finding = Desk.only(run);
        assertThat(finding.get("code").asString()).isEqualTo(code);
        assertThat(finding.at("/claim/id").asString()).isEqualTo(claim);
        assertThat(finding.get("blocks").asBoolean()).isTrue();
        assertThat(run.get("verdict").asString()).isEqualTo("BLOCKED");
        return finding;
    }

    private JsonNode revising(String text, String code) {
        var run = desk.check(text);
        var finding = Desk.only(run);
        assertThat(finding.get("code").asString()).isEqualTo(code);
        assertThat(finding.get("blocks").asBoolean()).isFalse();
        assertThat(run.get("verdict").asString()).isEqualTo("NEEDS_REVISION");
        return finding;
    }

    private String subjectOf(String claim) {
        var document = "query($id: ID!) { claim(id: $id) { substantiation { fact { subject { id } } } } }";
        return api.ask("viewer", document, Map.of("id", claim))
                .at("/claim/substantiation/0/fact/subject/id")
                .asString();
    }
}
