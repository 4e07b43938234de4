package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.search.Words.Word;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever people type or paste has words, none of them empty, each where it says. */
class WordsTests {

    private static final Pattern WORD = Pattern.compile(
            "\\p{N}+([.,]\\p{N}+)*|[\\p{L}\\p{M}&&[^\u02bc]]+(['\u2019\u02bc][\\p{L}\\p{M}&&[^\u02bc]]+)*|[%\u20ac$\u00a3]");

    @Property
    void wordsAreWhereTheySay(@ForAll String text) {
        assertThat(Words.of(text)).allSatisfy(word -> {
            assertThat(word.text()).isNotEmpty();
            assertThat(word.start()).isBetween(0, word.end() - 1);
            assertThat(word.end()).isLessThanOrEqualTo(text.length());
        });
    }

    /** Those of English letters alone are not asked of the pattern; it would say the same. */
    @Property
    void wordsEndWhereThePatternSays(@ForAll("writing") String text) {
        var places = WORD.matcher(text)
                .results()
                .map(found -> found.start() + "-" + found.end())
                .toList();
        assertThat(Words.of(text))
                .extracting(word -> word.start() + "-" + word.end())
                .isEqualTo(places);
    }

    @Provide
    Arbitrary<String> writing() {
        return Arbitraries.of(
                        "a",
                        "Zq",
                        "s",
                        "5",
                        "50",
                        ".",
                        ",",
                        "'",
                        "\u2019",
                        "\u02bc",
                        "\u00e4",
                        "\u0301",
                        "\ufb01",
                        "\ud83d\ude80",
                        "%",
                        "\u20ac",
                        "-",
                        "/",
                        ";",
                        "?",
                        "(",
                        "+",
                        " ",
                        "\n",
                        "\u00a0")
                .list()
                .ofMaxSize(20)
                .map(signs -> String.join("", signs));
    }

    @Test
    void anApostropheAloneIsNoWord() {
        assertThat(Words.of("the 90\u02bcs")).extracting(Word::text).containsExactly("the", "90", "s");
        assertThat(Words.of("\u02bc '")).isEmpty();
    }

    @Test
    void aWholeTableInOneWordIsRead() {
        assertThat(Words.of("1,2".repeat(50_000))).isNotEmpty();
        assertThat(Words.of("a'".repeat(50_000))).isNotEmpty();
    }

    @Test
    void caseTypographyAndGroupsOfDigitsMakeNoDifference() {
        assertThat(Words.print("Don\u2019t send 50,000\u00a0MB!")).isEqualTo(Words.print("don't  send 50000 mb"));
    }
}
