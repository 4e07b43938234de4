package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTests {

    private static final String SPACE = "[\\s\\p{Z}\u001c-\u001f]*";

    @Test
    void eachSentenceIsFoundWithoutTheSpaceAroundIt() {
        assertThat(sentences("  Files sync in seconds.  Nothing is lost!\tReally? "))
                .containsExactly("Files sync in seconds.", "Nothing is lost!", "Really?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It runs in browsers, e.g. Chrome.",
                "One thing, i.e. Sync, is free.",
                "Mr. Smith and Dr. Jones like it.",
                "It takes approx. Five seconds.",
                "See No. 5 and No. 6.",
                "It is sold in the U.S. Government's shops.",
                "It was built by a Ph.D. Student.",
                "Uptime is 99.9 % all year.",
                "Version 2.0 is here.",
                "It is the fastest (e.g. Fast Sync)."
            })
    void anAbbreviationDoesNotEndASentence(String sentence) {
        assertThat(sentences(sentence + " It is so.")).containsExactly(sentence, "It is so.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Try our apps.",
                "It works with all TVs.",
                "We have open APIs.",
                "It runs on your PC.",
                "Get Claimgraph Pro.",
                "Is it slow? No.",
                "Files have up to 50 Mb."
            })
    void aWordThatEndsLikeAnAbbreviationEndsASentence(String text) {
        assertThat(sentences(text + " It is so.")).endsWith("It is so.").hasSizeGreaterThan(1);
    }

    @Test
    void theAbbreviationsAreThoseOfTheLanguage() {
        assertThat(sentences("Bis zu 5 Mio. Dateien, z. B. Bilder. Das ist so.", Locale.GERMANY))
                .containsExactly("Bis zu 5 Mio. Dateien, z. B. Bilder.", "Das ist so.");
        assertThat(sentences("速いです。安全です。", Locale.JAPAN)).containsExactly("速いです。", "安全です。");
    }

    @Test
    void aClosingQuoteStaysWithItsSentence() {
        assertThat(sentences("“It works.” They said \"It is fast.\" “We agree.”"))
                .containsExactly("“It works.”", "They said \"It is fast.\"", "“We agree.”");
        assertThat(sentences("« Ça marche. » « Oui. » Voilà.", Locale.FRANCE))
                .containsExactly("« Ça marche. »", "« Oui. »", "Voilà.");
    }

    @Test
    void aLineBreakEndsASentence() {
        assertThat(sentences("Our promise\nFiles sync for Mr.\nSmith"))
                .containsExactly("Our promise", "Files sync for Mr.", "Smith");
    }

    @Test
    void whatIsBlankHasNoSentences() {
        assertThat(sentences("")).isEmpty();
        assertThat(sentences(" \n\u00a0\u2003 ")).isEmpty();
    }

    @Property
    void sentencesFollowEachOtherAndLeaveOutNothingButSpace(@ForAll String text) {
        var at = 0;
        for (var sentence : Sentences.in(text, Locale.ENGLISH)) {
            assertThat(text.substring(at, sentence.start())).matches(SPACE);
            assertThat(text.substring(sentence.start(), sentence.end())).doesNotMatch(SPACE);
            at = sentence.end();
        }
        assertThat(text.substring(at)).matches(SPACE);
    }

    private static List<String> sentences(String text) {
        return sentences(text, Locale.ENGLISH);
    }

    private static List<String> sentences(String text, Locale locale) {
        return Sentences.in(text, locale).stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }
}
