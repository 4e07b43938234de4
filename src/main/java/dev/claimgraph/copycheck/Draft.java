package dev.claimgraph.copycheck;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.search.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copy on its way to be printed: its sentences, each with its clauses.
 *
 * @param channel where it is to be printed
 * @param locale for whom: en, de-CH
 */
record Draft(
        Copy copy,
        List<Sentence> sentences,
        @Nullable String channel,
        @Nullable String locale) {

    static Draft read(String text, CopyFormat format, @Nullable String channel, @Nullable String locale) {
        var copy = Copy.read(text, format);
        var sentences = new ArrayList<Sentence>();
        for (var passage : copy.passages(locale == null ? Locale.ENGLISH : Locale.forLanguageTag(locale))) {
            if (!passage.clause() || sentences.isEmpty()) {
                sentences.add(Sentence.of(passage));
            } else {
                sentences.getLast().clauses().add(passage);
            }
        }
        return new Draft(copy, joined(sentences), channel, locale);
    }

    /** A question or an announcement says nothing without what follows, and a fragment nothing without what it follows. */
    private static List<Sentence> joined(List<Sentence> sentences) {
        var joined = new ArrayList<Sentence>();
        for (var sentence : sentences) {
            if (!joined.isEmpty() && joined.getLast().goesOnWith(sentence)) {
                joined.set(joined.size() - 1, joined.getLast().and(sentence));
            } else {
                joined.add(sentence);
            }
        }
        return joined;
    }

    List<Passage> passages() {
        return sentences.stream()
                .flatMap(sentence -> sentence.passages().stream())
                .toList();
    }

    String excerpt(Passage passage) {
        return copy.source().substring(passage.start(), passage.end());
    }

    /** The claim's words for where this is printed. */
    String wording(Claim claim) {
        return claim.wording(channel, locale);
    }

    /**
     * Whether something that has to go with a claim is said anywhere in it, in these words or nearly: in one sentence or in two.
     *
     * @param claim whose own words do not tell the qualifier
     */
    boolean says(String qualifier, Claim claim) {
        var wanted = Statement.of(qualifier).besides(Statement.of(claim.text()));
        for (var i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i).whole().text();
            var before = i == 0 ? "" : sentences.get(i - 1).whole().text() + " ";
            if (Match.isAmong(wanted, Statement.of(sentence))
                    || Match.isAmong(wanted, Statement.of(before + sentence))) {
                return true;
            }
        }
        return false;
    }

    /**
     * A sentence, and the clauses it consists of where there are several; or some that say something only together.
     *
     * @param parts the sentences it consists of, where these are several
     */
    record Sentence(Passage whole, List<Passage> parts, List<Passage> clauses) {

        /** Words that a fragment has at most. */
        private static final int FRAGMENT = 4;

        private static final int MOST_PARTS = 6;

        static Sentence of(Passage sentence) {
            return new Sentence(sentence, List.of(), new ArrayList<>());
        }

        private boolean goesOnWith(Sentence next) {
            var last = parts.isEmpty() ? whole : parts.getLast();
            return parts.size() < MOST_PARTS
                    && next.whole.start() >= whole.end()
                    && (last.text().endsWith("?") || last.text().endsWith(":") || next.isFragment());
        }

        private boolean isFragment() {
            return Words.of(whole.text()).size() <= FRAGMENT
                    && !Statement.of(whole.text()).amounts().isEmpty();
        }

        private Sentence and(Sentence next) {
            var text = whole.text() + " " + next.whole.text();
            var all = new ArrayList<>(parts.isEmpty() ? List.of(whole) : parts);
            all.add(next.whole);
            var allClauses = new ArrayList<>(clauses);
            allClauses.addAll(next.clauses);
            return new Sentence(new Passage(text, whole.start(), next.whole.end(), false), all, allClauses);
        }

        List<Passage> passages() {
            return Stream.of(List.of(whole), parts, clauses)
                    .flatMap(List::stream)
                    .toList();
        }

        /** What it says, but for what it asks. */
        String asserted() {
            return sentences().stream()
                    .map(Passage::text)
                    .filter(text -> !text.endsWith("?"))
                    .collect(Collectors.joining(" "));
        }

        /** The sentences of it, as they stand in the text. */
        List<Passage> sentences() {
            return parts.isEmpty() ? List.of(whole) : parts;
        }
    }
}
