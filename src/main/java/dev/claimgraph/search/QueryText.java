package dev.claimgraph.search;

import dev.claimgraph.search.Words.Word;
import dev.claimgraph.shared.BadArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: words, of which the last may be half typed, and exact phrases in quotes. All of it is text: the syntax of
 * Lucene means nothing here.
 *
 * @param text as it was typed
 * @param words those of the text
 * @param wanted those of them that say something by themselves
 * @param phrases that have to be there, word for word
 * @param key what a claim's key would begin with; null where it cannot be one
 * @param lucene the same for an index of words
 */
record QueryText(
        String text,
        List<Word> words,
        List<Word> wanted,
        List<String> phrases,
        @Nullable String key,
        String lucene) {

    static final int LONGEST = 1_000;

    /** The share of its words without which a wording was found by chance. */
    private static final double ENOUGH = 1 / 3.0;

    private static final Pattern QUOTED = Pattern.compile("[\"“”„]([^\"“”„]+)[\"“”„]");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{2,100}");

    /** @throws BadArgument for a blank or over-long text */
    static QueryText of(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new BadArgument("text is blank; give some words to look for.");
        }
        if (text.length() > LONGEST) {
            throw new BadArgument("text has %,d characters; at most %,d go.".formatted(text.length(), LONGEST));
        }
        var quoted = QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
        var words = Words.of(text);
        return new QueryText(
                text,
                words,
                words.stream().filter(word -> !word.isStop()).toList(),
                quoted.stream()
                        .map(QueryText::phrase)
                        .filter(phrase -> !phrase.isEmpty())
                        .toList(),
                KEY.matcher(text).matches() ? text : null,
                Stream.concat(
                                quoted.stream()
                                        .map(phrase -> Words.terms(phrase, Words.of(phrase))
                                                .collect(Collectors.joining(" ")))
                                        .filter(phrase -> !phrase.isEmpty())
                                        .map("+\"%s\""::formatted),
                                terms(QUOTED.matcher(text).replaceAll(" ")))
                        .collect(Collectors.joining(" ")));
    }

    /** Whether it says all of a name. */
    boolean names(List<Word> name) {
        var ofName = name.stream().filter(word -> !word.isStop()).toList();
        return !ofName.isEmpty()
                && ofName.stream().allMatch(word -> words.stream().anyMatch(word::hasStemOf));
    }

    /** Whether all of its phrases are in the wording and, where there are none, enough of its words. */
    boolean isIn(List<Word> wording) {
        if (phrases.isEmpty()) {
            return covered(wording) > ENOUGH;
        }
        var joined = " " + Words.joined(wording) + " ";
        return phrases.stream().allMatch(phrase -> joined.contains(" " + phrase + " "));
    }

    boolean isAllIn(List<Word> wording) {
        return covered(wording) == 1;
    }

    private double covered(List<Word> wording) {
        if (wanted.isEmpty()) {
            return 1;
        }
        var found = 0;
        for (var word : wanted) {
            if (isSaid(word, wording)) {
                found++;
            }
        }
        return (double) found / wanted.size();
    }

    private boolean isSaid(Word word, List<Word> wording) {
        for (var said : wording) {
            if (said.hasStemOf(word) || begins(word, said)) {
                return true;
            }
        }
        return false;
    }

    /** The last word may be half typed. */
    private boolean begins(Word typed, Word word) {
        return typed.end() == text.length() && word.text().startsWith(typed.text());
    }

    private static String phrase(String quoted) {
        return Words.joined(Words.of(quoted));
    }

    private static Stream<String> terms(String text) {
        var words = Words.of(text);
        var terms = new ArrayList<>(Words.terms(text, words).toList());
        if (!terms.isEmpty() && words.getLast().end() == text.length()) {
            var last = terms.removeLast();
            terms.add("(%s OR %s*)".formatted(last, last));
        }
        return terms.stream();
    }
}
