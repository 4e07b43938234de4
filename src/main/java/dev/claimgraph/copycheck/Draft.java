package dev.claimgraph.copycheck;

import dev.claimgraph.claim.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
                sentences.add(new Sentence(passage, new ArrayList<>()));
            } else {
                sentences.getLast().clauses().add(passage);
            }
        }
        return new Draft(copy, sentences, channel, locale);
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

    /** A sentence, and the clauses it consists of where there are several. */
    record Sentence(Passage whole, List<Passage> clauses) {

        List<Passage> passages() {
            var passages = new ArrayList<Passage>();
            passages.add(whole);
            passages.addAll(clauses);
            return passages;
        }
    }
}
