package dev.claimgraph.copycheck;

import dev.claimgraph.search.SaidBefore.Said;
import dev.claimgraph.search.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A claim that a passage makes.
 *
 * @param said the wording of the claim that it comes nearest to
 * @param score from 0 to 1; comparable within a kind
 */
record Match(Passage passage, Said said, Kind kind, double score) {

    /** The surest first; of equally sure ones, those whose claim may be said. */
    static final Comparator<Match> SUREST = Comparator.comparing(Match::kind)
            .thenComparing(Comparator.comparingDouble(Match::score).reversed())
            .thenComparing(match -> !match.said.status().equals("APPROVED"));

    /** An order of those that are equally sure. */
    static final Comparator<Match> BY_CLAIM =
            Comparator.comparing((Match match) -> match.said.claimId()).thenComparing(match -> match.said.text());

    /** The share of a claim's words, and of the passage's, that the other has, for it to be the same but for small edits. */
    private static final double COVERED = 0.7;

    private static final double FILLED = 0.6;

    /** Less of a passage than this is no more than a phrase that both use. */
    private static final double HALF = 0.5;

    private static final double AMONG = 0.55;

    /** The cosine from which on two statements mean the same. */
    private static final double SAME_MEANING = 0.5;

    private static final double ALONE = 0.62;
    private static final double SURE = 0.75;

    private static final int WORDS_IN_COMMON = 3;

    private static final double SAME_IN_A_CLAUSE = 0.62;

    private static final double SAME_AMOUNTS = 0.4;

    /** Null where it does not make that claim; a question makes none. */
    static @Nullable Match of(Passage passage, Said said) {
        var copy = Statement.of(passage.text());
        var claim = Statement.of(said.text());
        if (claim.weight() == 0 || copy.weight() == 0 || passage.text().endsWith("?")) {
            return null;
        }
        var share = (double) claim.words().size() / copy.words().size();
        if (share >= HALF && copy.says(claim)) {
            return new Match(passage, said, Kind.EXACT, share);
        }
        var common = common(copy, claim);
        var covered = common / claim.weight();
        var filled = common / withoutQualifiers(copy, said).weight();
        if (covered >= COVERED && filled >= FILLED && common >= 2) {
            return new Match(passage, said, Kind.NEAR, 2 * covered * filled / (covered + filled));
        }
        return says(copy) && means(passage, copy, claim, said.near())
                ? new Match(passage, said, Kind.MEANING, said.near())
                : null;
    }

    /** What copy says of a claim's qualifiers in the same sentence. */
    private static Statement withoutQualifiers(Statement copy, Said said) {
        return said.qualifiers().isEmpty() ? copy : copy.besides(Statement.of(String.join(" ", said.qualifiers())));
    }

    /** What has words in common, names apart, or agrees in its amounts need not be as near. */
    private static boolean means(Passage passage, Statement copy, Statement claim, double near) {
        var agrees = claim.amounts().stream()
                .anyMatch(amount -> copy.amounts().stream().anyMatch(amount::agreesWith));
        var common = copy.content().stream()
                .filter(word -> Character.isLowerCase(copy.text().charAt(word.start())))
                .filter(word ->
                        claim.content().stream().anyMatch(other -> other.stem().equals(word.stem())))
                .count();
        if (passage.clause()) {
            return near >= SAME_IN_A_CLAUSE;
        }
        return near >= ALONE
                || (near >= SAME_MEANING && (agrees || common >= WORDS_IN_COMMON))
                || (near >= SAME_AMOUNTS && agrees && common >= 2);
    }

    /** More than a name. */
    private static boolean says(Statement copy) {
        return copy.amounts().stream().anyMatch(amount -> !amount.isBare())
                || copy.content().stream()
                                .filter(word ->
                                        Character.isLowerCase(copy.text().charAt(word.start())))
                                .count()
                        > 1;
    }

    /** Whether it is beyond doubt which claim the passage means. */
    boolean isSure() {
        return kind != Kind.MEANING || score >= SURE;
    }

    /** Whether most of what one says is in the other, its amounts included. */
    static boolean isAmong(Statement wanted, Statement copy) {
        return isAmong(wanted, copy, AMONG);
    }

    static boolean isAmong(Statement wanted, Statement copy, double share) {
        return copy.says(wanted)
                || (common(copy, wanted) >= share * wanted.weight()
                        && Amounts.mismatches(wanted.amounts(), copy.amounts()).isEmpty());
    }

    /** A word or an amount. */
    static boolean haveInCommon(Statement one, Statement other) {
        return common(one, other) > 0;
    }

    /** How many words and amounts the two have in common; an amount in the place of another one is one too. */
    private static double common(Statement copy, Statement claim) {
        var left = new ArrayList<>(copy.content().stream().map(Word::stem).toList());
        var words = claim.content().stream()
                .filter(word -> left.remove(word.stem()))
                .count();
        var amounts = new ArrayList<>(copy.amounts());
        return words
                + claim.amounts().stream()
                        .filter(amount -> amounts.stream()
                                .filter(amount::comparableWith)
                                .findFirst()
                                .map(amounts::remove)
                                .orElse(false))
                        .count();
    }

    /** How sure it is that the passage makes the claim, the surest first. */
    enum Kind {
        EXACT,
        NEAR,
        MEANING
    }
}
