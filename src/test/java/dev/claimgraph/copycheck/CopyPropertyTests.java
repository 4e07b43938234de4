package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.copycheck.SomeCopy.Marked;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of all copy, however it is written and whatever it is taken for. */
class CopyPropertyTests {

    private static final int LONGEST = 100_000;

    @Property
    void passagesAreInOrderAndWithinTheSource(@ForAll("copies") String source, @ForAll CopyFormat format) {
        var last = 0;
        for (var passage : passages(source, format)) {
            assertThat(passage.start()).isGreaterThanOrEqualTo(last).isLessThan(passage.end());
            assertThat(passage.end()).isLessThanOrEqualTo(source.length());
            last = passage.start();
        }
    }

    @Property
    void sentencesAreApartOrOneIsADescriptionInsideTheOther(
            @ForAll("copies") String source, @ForAll CopyFormat format) {
        var end = 0;
        for (var passage : passages(source, format)) {
            var isInside = format != CopyFormat.PLAIN && passage.end() <= end;
            if (!passage.clause() && !isInside) {
                assertThat(passage.start()).isGreaterThanOrEqualTo(end);
                end = passage.end();
            }
        }
    }

    @Property
    void aClauseIsAPartOfTheSentenceBeforeIt(@ForAll("copies") String source, @ForAll CopyFormat format) {
        var passages = passages(source, format);
        for (var clause : passages) {
            assertThat(passages)
                    .anyMatch(sentence -> !clause.clause()
                            || !sentence.clause()
                                    && sentence.text().contains(clause.text())
                                    && sentence.start() <= clause.start()
                                    && sentence.end() >= clause.end());
        }
    }

    @Property
    void plainTextIsReadAsItIs(@ForAll("copies") String source) {
        for (var passage : passages(source, CopyFormat.PLAIN)) {
            assertThat(visible(source.substring(passage.start(), passage.end())))
                    .isEqualTo(visible(passage.text()));
        }
    }

    @Property
    void wordsAreWhereTheyWereHoweverTheyAreMarked(@ForAll("marked") Marked marked) {
        var sentences = passages(marked.source(), marked.format());
        assertThat(sentences)
                .allSatisfy(sentence -> assertThat(marked.source().substring(sentence.start(), sentence.end()))
                        .contains(sentence.text().split(" ")));
        assertThat(sentences.stream()
                        .flatMap(sentence -> Stream.of(sentence.text().split(" "))))
                .containsExactlyElementsOf(marked.words());
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void theLongestCopyIsReadHoweverDeepItIsNested(@ForAll("nested") String piece, @ForAll CopyFormat format) {
        var source = piece.repeat(LONGEST / piece.length());
        assertThat(passages(source, format)).allMatch(passage -> passage.end() <= source.length());
    }

    @Example
    void aLongCopyIsReadToItsEnd() {
        for (var format : CopyFormat.values()) {
            var source = "Files sync in seconds. ".repeat(LONGEST / 23);
            assertThat(passages(source, format))
                    .hasSize(LONGEST / 23)
                    .last()
                    .satisfies(passage -> assertThat(passage.end()).isEqualTo(source.length() - 1));
        }
    }

    @Provide
    Arbitrary<String> copies() {
        return SomeCopy.copies();
    }

    @Provide
    Arbitrary<String> nested() {
        return SomeCopy.nested();
    }

    @Provide
    Arbitrary<Marked> marked() {
        return SomeCopy.marked();
    }

    private static List<Passage> passages(String source, CopyFormat format) {
        return Copy.read(source, format).passages(Locale.ENGLISH);
    }

    private static String visible(String text) {
        return text.replaceAll("[\\s\\p{Z}\u001c-\u001f\u0085\u00ad\ufeff]+", "");
    }
}
