package dev.claimgraph.copycheck;

import dev.claimgraph.search.Words;
import dev.claimgraph.search.Words.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The flagged phrases that count for a piece of copy, by the word that each begins with. A phrase is found wherever its words follow
 * one another, whatever is between them but the punctuation that parts what is said.
 */
record FlaggedWords(Map<String, List<Sought>> byFirstWord) {

    private static final Pattern PARTING = Pattern.compile("[.!?…;:,()\\[\\]{}]");

    /** Of what overlaps, the longest counts; of the same words, what says most. */
    private static final Comparator<Found> LONGEST = Comparator.<Found>comparingInt(
                    found -> found.sought.words.words.size())
            .reversed()
            .thenComparing(found -> found.at)
            .thenComparing(found -> !found.sought.phrase.forbidden())
            .thenComparing(found -> found.sought.phrase.id());

    /** @param locale of the copy; null where it is not known, and all phrases count */
    static FlaggedWords of(Collection<FlaggedPhrase> phrases, @Nullable String locale) {
        var byFirstWord = new HashMap<String, List<Sought>>();
        for (var phrase : phrases) {
            if (phrase.locale() == null || locale == null || LanguageTag.covers(phrase.locale(), locale)) {
                var sought = new Sought(phrase, Run.of(phrase.phrase()));
                byFirstWord
                        .computeIfAbsent(sought.words.words.getFirst().text(), word -> new ArrayList<>())
                        .add(sought);
            }
        }
        return new FlaggedWords(byFirstWord);
    }

    List<CheckFinding> in(Copy copy) {
        return byFirstWord.isEmpty()
                ? List.of()
                : copy.blocks().stream().flatMap(block -> in(block, copy)).toList();
    }

    private Stream<CheckFinding> in(Block block, Copy copy) {
        var run = Run.of(block.text());
        var taken = new BitSet();
        return IntStream.range(0, run.words.size())
                .boxed()
                .flatMap(at -> byFirstWord.getOrDefault(run.words.get(at).text(), List.of()).stream()
                        .filter(sought -> run.says(sought.words, at))
                        .map(sought -> new Found(sought, at)))
                .sorted(LONGEST)
                .filter(found -> found.takes(taken))
                .map(found -> found.finding(
                        copy,
                        block.sourceStart(run.words.get(found.at).start()),
                        block.sourceEnd(run.words.get(found.end() - 1).end())));
    }

    /** A phrase that copy is looked through for. */
    private record Sought(FlaggedPhrase phrase, Run words) {}

    /**
     * Words, one after the other.
     *
     * @param parted behind which of them punctuation parts what is said
     */
    private record Run(List<Word> words, BitSet parted) {

        static Run of(String text) {
            var words = Words.of(text);
            var parted = new BitSet();
            for (var i = 0; i < words.size() - 1; i++) {
                var between =
                        text.substring(words.get(i).end(), words.get(i + 1).start());
                parted.set(i, PARTING.matcher(between).find());
            }
            return new Run(words, parted);
        }

        /** Where a phrase is parted itself, copy may be. */
        boolean says(Run phrase, int at) {
            var length = phrase.words.size();
            return at + length <= words.size()
                    && IntStream.range(0, length)
                            .allMatch(i -> words.get(at + i)
                                    .text()
                                    .equals(phrase.words.get(i).text()))
                    && IntStream.range(0, length - 1).allMatch(i -> !parted.get(at + i) || phrase.parted.get(i));
        }
    }

    /** A phrase at a place among the words. */
    private record Found(Sought sought, int at) {

        int end() {
            return at + sought.words.words.size();
        }

        /** Whether none of its words is taken yet; they are from then on. */
        boolean takes(BitSet taken) {
            if (!taken.get(at, end()).isEmpty()) {
                return false;
            }
            taken.set(at, end());
            return true;
        }

        CheckFinding finding(Copy copy, int start, int end) {
            var phrase = sought.phrase;
            return new CheckFinding(
                    CheckCode.FLAGGED_PHRASE,
                    "\"%s\" is not to be said: %s".formatted(phrase.phrase(), phrase.reason()),
                    start,
                    end,
                    copy.source().substring(start, end),
                    null,
                    null,
                    phrase.alternative(),
                    List.of(),
                    phrase.forbidden());
        }
    }
}
