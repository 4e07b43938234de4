package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.CopyFormat.HTML;
import static dev.claimgraph.copycheck.CopyFormat.MARKDOWN;
import static dev.claimgraph.copycheck.CopyFormat.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of draft copy, and where it was. */
class CopyTests {

    @Test
    void aSentenceIsFoundWhereItWasSent() {
        var source = "  Files sync in seconds.\r\nNothing is\r\never lost. ";
        assertThat(passages(source, PLAIN))
                .containsExactly(
                        new Passage("Files sync in seconds.", 2, 24, false),
                        new Passage("Nothing is ever lost.", 26, 48, false));
    }

    @Test
    void theLinesOfAPlainTextTellItsBlocks() {
        var source = """
            Why Claimgraph

            What it does
            Files sync in seconds and
            nothing is ever lost
              - Fast sync
              • Safe sync
            12. Sync for all
            """;
        assertThat(texts(source, PLAIN))
                .containsExactly(
                        "Why Claimgraph",
                        "What it does",
                        "Files sync in seconds and nothing is ever lost",
                        "Fast sync",
                        "Safe sync",
                        "Sync for all");
    }

    @ParameterizedTest
    @EnumSource
    void aByteOrderMarkIsNoPartOfTheCopy(CopyFormat format) {
        assertThat(passages("\uFEFFFiles sync.", format)).containsExactly(new Passage("Files sync.", 1, 12, false));
    }

    @ParameterizedTest
    @EnumSource
    void charactersOfTwoUnitsKeepTheirPlace(CopyFormat format) {
        assertThat(passages("🚀 Files sync. 🎉 All of them.", format))
                .containsExactly(
                        new Passage("🚀 Files sync.", 0, 14, false), new Passage("🎉 All of them.", 15, 30, false));
    }

    @ParameterizedTest
    @EnumSource
    void textFromRightToLeftKeepsItsOrder(CopyFormat format) {
        assertThat(passages("الملفات تتزامن. لا شيء يضيع.", format))
                .containsExactly(
                        new Passage("الملفات تتزامن.", 0, 15, false), new Passage("لا شيء يضيع.", 16, 28, false));
    }

    @ParameterizedTest
    @EnumSource
    void whiteSpaceHasNoPassages(CopyFormat format) {
        assertThat(passages("", format)).isEmpty();
        assertThat(passages(" \r\n\t\u00a0\u2003\uFEFF\n\n ", format)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKDOWN", "HTML"})
    void entitiesAreReadAsWhatTheyStandFor(CopyFormat format) {
        var source = "It&#8217;s R&amp;D. Up&nbsp;to 5&#x20AC; &#128640; &lt;b&gt; &unknown;";
        assertThat(slices(source, format)).containsExactly("It&#8217;s R&amp;D.", source.substring(20));
        assertThat(texts(source, format)).containsExactly("It’s R&D.", "Up\u00a0to 5€ 🚀 <b> &unknown;");
    }

    @Test
    void aSoftHyphenIsNotRead() {
        assertThat(texts("<p>Data&shy;base and data\u00adbase", HTML)).containsExactly("Database and database");
    }

    @Test
    void theMarksOfMarkdownAreNoPartOfASentence() {
        var source = "Files **sync _in_** [five\n"
                + "seconds](https://example.com/slow \"Slow\").  \n"
                + "Nothing\\* is `lost`\\\n"
                + "ever.";
        assertThat(texts(source, MARKDOWN)).containsExactly("Files sync in five seconds.", "Nothing* is lost ever.");
        assertThat(slices(source, MARKDOWN))
                .containsExactly(
                        source.substring(0, source.indexOf("  \nNothing")),
                        source.substring(source.indexOf("Nothing")));
    }

    @Test
    void eachBlockOfMarkdownIsReadAlone() {
        var source = """
            # Why Claimgraph #

            Setext heading
            ===
            - Fast
              sync
              1. of files
              2. of folders
            - Safe sync

            > Says a
            > customer
            >> and another

            ```
            No.copy();
            ```

            <!-- Nor this. -->
            [link]: https://example.com
            """;
        assertThat(texts(source, MARKDOWN))
                .containsExactly(
                        "Why Claimgraph",
                        "Setext heading",
                        "Fast sync",
                        "of files",
                        "of folders",
                        "Safe sync",
                        "Says a customer",
                        "and another");
        assertThat(slices(source, MARKDOWN)).contains("Fast\n  sync", "Says a\n> customer");
    }

    @Test
    void eachCellOfATableIsReadAlone() {
        var source = """
            | Plan | **Our** promise |
            |:-----|----------------:|
            | Free | 5 GB \\| 5 users |
            Pro | 50 GB
            """;
        assertThat(texts(source, MARKDOWN))
                .containsExactly("Plan", "Our promise", "Free", "5 GB | 5 users", "Pro", "50 GB");
        assertThat(texts("<table><tr><td>Free<td>5 GB</tr>stray</table>", HTML))
                .containsExactly("Free", "5 GB", "stray");
    }

    @Test
    void aPicturesDescriptionIsReadAloneAndTheSentenceAroundItWhole() {
        assertThat(slices("See ![The *fast* one](a.png) here.", MARKDOWN))
                .containsExactly("See ![The *fast* one](a.png) here.", "The *fast* one");
        assertThat(texts("See <img src=a alt='The R&amp;D one'> here.", HTML))
                .containsExactly("See here.", "The R&D one");
    }

    @Test
    void htmlInMarkdownIsReadWithoutItsTags() {
        var source = """
            > <div title="The fastest">
            > Files <b>sync</b></div>

            In <b>five</b><br>seconds <img alt="A clock">.
            """;
        assertThat(texts(source, MARKDOWN))
                .containsExactly("The fastest", "Files sync", "In five seconds .", "A clock");
        assertThat(slices(source, MARKDOWN)).contains("The fastest", "Files <b>sync", "A clock");
    }

    @Test
    void aSentenceRunsOverTheInlineElementsOfHtml() {
        var source = "<p>Files <b>sy</b>nc <a href='https://slow.example'>in\r\n"
                + " five</a><br/>seconds<!-- not -->. Nothing <i>is</i> lost.</p>";
        assertThat(texts(source, HTML)).containsExactly("Files sync in five seconds.", "Nothing is lost.");
        assertThat(slices(source, HTML))
                .containsExactly(source.substring(3, source.indexOf(" Nothing")), "Nothing <i>is</i> lost.");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKDOWN", "HTML"})
    void theMarkOfAFootnoteIsNoPartOfItsSentence(CopyFormat format) {
        assertThat(texts(
                        "Faster than HTTP/2.<sup>1</sup> Files<sup>*</sup> on 40 m<sup>2</sup>, the 2<sup>nd</sup>.",
                        format))
                .containsExactly("Faster than HTTP/2.", "Files on 40 m2, the 2nd.");
        assertThat(texts("<p><sup><a href='#1'>[1]</a></sup> Average of 20 runs.", format))
                .contains("Average of 20 runs.");
    }

    @Test
    void eachBlockOfHtmlIsReadAlone() {
        var source = """
            <!doctype html><title>Claimgraph &amp; you</title>
            <META NAME=Description content="Keeps claims true"><meta name=author content=Ann>
            <style>p { }</style><script>var a = "b";</script><template><p>Later</template>
            <h1>Promises</h1>Loose<ul><li>Fast<ul><li>Sync</ul>now<li>Safe</ul>
            <div>One<p>Two<p>Three</div>Four<button>Buy</button><pre>As <code>is</code> here</pre>
            <input placeholder="Your name" aria-label='Name' value=no>
            """;
        assertThat(texts(source, HTML))
                .containsExactly(
                        "Claimgraph & you",
                        "Keeps claims true",
                        "Promises",
                        "Loose",
                        "Fast",
                        "Sync",
                        "now",
                        "Safe",
                        "One",
                        "Two",
                        "Three",
                        "Four",
                        "Buy",
                        "As here",
                        "Your name",
                        "Name");
    }

    @Test
    void aSentenceOfSeveralClausesIsReadInClausesToo() {
        var source = "Files sync within five seconds, and nothing is ever lost on the way; you stay calm.";
        assertThat(passages(source, PLAIN).stream().filter(Passage::clause))
                .extracting(Passage::text)
                .containsExactly(
                        "Files sync within five seconds", "and nothing is ever lost on the way", "you stay calm.");
        assertThat(slices(source, PLAIN)).startsWith(source).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is fast, safe, and cheap for everyone.",
                "Storage: 50 GB.",
                "Open from 10:30 to 18:00 at example.com.",
                "It is safe and sound.",
                "A state-of-the-art drive;"
            })
    void aListIsNotTakenForClauses(String sentence) {
        assertThat(passages(sentence, PLAIN)).containsExactly(new Passage(sentence, 0, sentence.length(), false));
    }

    @Test
    void whatADashOrAColonAnnouncesIsAClause() {
        assertThat(texts("Important: files sync in seconds — you never wait.", PLAIN))
                .endsWith("files sync in seconds", "you never wait.")
                .hasSize(3);
    }

    private static List<Passage> passages(String source, CopyFormat format) {
        return Copy.read(source, format).passages(Locale.ENGLISH);
    }

    private static List<String> texts(String source, CopyFormat format) {
        return passages(source, format).stream().map(Passage::text).toList();
    }

    private static List<String> slices(String source, CopyFormat format) {
        return passages(source, format).stream()
                .map(passage -> source.substring(passage.start(), passage.end()))
                .toList();
    }
}
