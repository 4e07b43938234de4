package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.search.Words.Word;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Whatever people type or paste has words, none of them empty, each where it says. */
class WordsTests {

    @Property
    void wordsAreWhereTheySay(@ForAll String text) {
        assertThat(Words.of(text)).allSatisfy(word -> {
            assertThat(word.text()).isNotEmpty();
            assertThat(word.start()).isBetween(0, word.end() - 1);
            assertThat(word.end()).isLessThanOrEqualTo(text.length());
        });
    }

    /** Words of English letters alone are read by themselves, and the same as others are. */
    @Property
    void whatStandsAroundAWordOfEnglishLettersMakesNoDifference(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String word) {
        for (var around : List.of(" ", ".", ", ", "-", "\u2014", "\u00a0", "+", "_", "\n", "%", "5", "\ud83d\ude80")) {
            assertThat(Words.of(around + word + around))
                    .filteredOn(found -> found.start() == around.length())
                    .extracting(Word::text)
                    .containsExactly(word.toLowerCase(Locale.ROOT));
        }
        for (var inside : List.of("\u00e4", "\u0301", "'s", "\u2019t", "'\u00e4")) {
            assertThat(Words.of(word + inside)).hasSize(1);
        }
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
