package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.search.Words.Word;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
