package dev.claimgraph.copycheck;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.claimgraph.search.Words;
import dev.claimgraph.search.Words.Word;
import java.util.List;

/**
 * A text as it is compared with another.
 *
 * @param content the words that are no part of an amount and say something by themselves; all of these where none does
 */
record Statement(String text, List<Word> words, List<Amount> amounts, List<Word> content) {

    private static final Cache<String, Statement> READ =
            Caffeine.newBuilder().maximumSize(20_000).build();

    static Statement of(String text) {
        return READ.get(text, Statement::read);
    }

    private static Statement read(String text) {
        var words = Words.of(text);
        var amounts = Amounts.in(text);
        var outside = words.stream()
                .filter(word -> amounts.stream()
                        .noneMatch(amount -> word.start() < amount.end() && amount.start() < word.end()))
                .toList();
        var content = outside.stream()
                .filter(word -> !word.isStop() && !Polarity.isNegator(word))
                .toList();
        return new Statement(text, words, amounts, content.isEmpty() ? outside : content);
    }

    /** Whether the words of the other are among its own, one after the other. */
    boolean says(Statement other) {
        return (" " + Words.joined(words) + " ").contains(" " + Words.joined(other.words) + " ");
    }

    /** How much there is to compare. */
    int weight() {
        return content.size() + amounts.size();
    }
}
