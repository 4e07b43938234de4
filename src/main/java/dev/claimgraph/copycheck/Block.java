package dev.claimgraph.copycheck;

import dev.claimgraph.search.Sentences;
import dev.claimgraph.search.Sentences.Range;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A paragraph, a heading, a list item, a cell, a picture's description: a piece of copy that no sentence runs out of.
 *
 * @param text as its reader sees it
 * @param starts for each character of the text, where what stands for it in the source starts
 * @param ends for each character of the text, where what stands for it in the source ends
 */
record Block(String text, int[] starts, int[] ends) {

    int sourceStart(int index) {
        return starts[index];
    }

    int sourceEnd(int exclusiveIndex) {
        return ends[exclusiveIndex - 1];
    }

    Block movedBy(int distance) {
        return new Block(
                text,
                Arrays.stream(starts).map(start -> start + distance).toArray(),
                Arrays.stream(ends).map(end -> end + distance).toArray());
    }

    Stream<Passage> passages(Locale locale) {
        return Sentences.in(text, locale).stream()
                .flatMap(sentence -> Stream.concat(
                        Stream.of(passage(sentence, false)),
                        Clauses.in(text, sentence).stream().map(clause -> passage(clause, true))));
    }

    private Passage passage(Range range, boolean clause) {
        var words = text.substring(range.start(), range.end());
        return new Passage(words, sourceStart(range.start()), sourceEnd(range.end()), clause);
    }
}
