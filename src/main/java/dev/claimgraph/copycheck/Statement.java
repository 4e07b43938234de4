package dev.claimgraph.copycheck;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.claimgraph.search.Sentences;
import dev.claimgraph.search.Words;
import dev.claimgraph.search.Words.Word;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text as it is compared with another.
 *
 * @param content the words that are no part of an amount and say something by themselves; all of these where none does
 */
record Statement(String text, List<Word> words, List<Amount> amounts, List<Word> content) {

    /** Words that hold others together, beside those that an index leaves out. */
    private static final Set<String> FUNCTION = Set.of(
            ("i me my we us our you your he him his she her they them its has have had been am do does did can could"
                + " will would shall should may might from so too also just who whom whose which what when where how")
                    .split(" "));

    private static final Pattern ZEROS = Pattern.compile("\\.0+$");

    /** Characters of what is remembered. */
    private static final int MOST_TEXT = 2_000_000;

    private static final Cache<String, Statement> READ = Caffeine.newBuilder()
            .maximumWeight(MOST_TEXT)
            .weigher((String text, Statement read) -> text.length())
            .build();

    static Statement of(String text) {
        return READ.get(text, Statement::read);
    }

    private static Statement read(String text) {
        var words = Words.of(text);
        var amounts = Amounts.in(text);
        var outside = words.stream()
                .filter(word -> amounts.stream().noneMatch(amount -> isOf(word, amount)))
                .toList();
        var content = outside.stream()
                .filter(word -> !word.isStop() && !FUNCTION.contains(word.text()) && !Polarity.isNegator(word))
                .toList();
        return new Statement(text, words, amounts, content.isEmpty() ? outside : content);
    }

    /** What is counted is a word like others, and a unit is not. */
    private static boolean isOf(Word word, Amount amount) {
        return word.start() < amount.end()
                && amount.start() < word.end()
                && !(amount.counts()
                        && !Numbers.isWord(word.text())
                        && Character.isLetter(word.text().charAt(0)));
    }

    /** Whether the words of the other are among its own, one after the other. */
    boolean says(Statement other) {
        return (" " + Words.joined(words) + " ").contains(" " + Words.joined(other.words) + " ");
    }

    /** Whether one of its amounts has the same number, be it of something else. */
    boolean hasNumberOf(Statement other, Amount amount) {
        var numbers = numbers(other.cut(amount));
        return amounts.stream().anyMatch(own -> !Collections.disjoint(numbers(cut(own)), numbers));
    }

    /** Its amounts, and what it has one of where it or the other counts the same. */
    List<Amount> amountsBeside(Statement other) {
        var counted = Stream.concat(amounts.stream(), other.amounts.stream())
                .filter(Amount::counts)
                .map(Amount::base)
                .collect(Collectors.toSet());
        if (counted.isEmpty()) {
            return amounts;
        }
        var singles = Singles.in(text, counted).stream()
                .filter(single -> amounts.stream().noneMatch(amount -> amount.start() == single.start()));
        return Stream.concat(amounts.stream(), singles)
                .sorted(Comparator.comparingInt(Amount::start))
                .toList();
    }

    String cut(Amount amount) {
        return text.substring(amount.start(), amount.end());
    }

    private static List<String> numbers(String amount) {
        return Words.of(amount).stream()
                .map(Word::text)
                .filter(word -> Character.isDigit(word.charAt(0)) || Numbers.isWord(word))
                .map(word -> ZEROS.matcher(word).replaceFirst(""))
                .toList();
    }

    /** Without the words that the other has too, where it has words of its own. */
    Statement besides(Statement other) {
        var stems = other.content.stream().map(Word::stem).toList();
        var own = content.stream().filter(word -> !stems.contains(word.stem())).toList();
        return own.isEmpty() ? this : new Statement(text, words, amounts, own);
    }

    boolean isOneSentence() {
        return Sentences.in(text, Locale.ENGLISH).size() == 1;
    }

    /** How much there is to compare. */
    int weight() {
        return content.size() + amounts.size();
    }
}
