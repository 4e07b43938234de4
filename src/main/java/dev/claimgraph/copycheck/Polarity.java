package dev.claimgraph.copycheck;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.search.Words;
import dev.claimgraph.search.Words.Word;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether one statement denies what another asserts: it negates it, or turns its comparison round. */
final class Polarity {

    /** What is not done. */
    private static final Set<String> DENYING =
            Set.of(("not never cannot cant dont doesnt didnt wont wouldnt isnt arent wasnt werent hasnt havent couldnt"
                + " shouldnt fails fail unable refuses refuse nobody none neither false untrue deny denies denied")
                    .split(" "));

    /** What there is not. */
    private static final Set<String> EXCLUDING =
            Set.of("no nothing nowhere nor without except hardly unless lacks lack impossible instead rather stops"
                    .split(" "));

    private static final Set<String> CANCELLING = Set.of("without", "lacks", "lack", "unless");

    private static final Pattern MARK = Pattern.compile("[.,;:!?][\"'”’)]*\\s+[\"'“‘(]*$");
    private static final int LONGEST_MARK = 8;
    private static final Set<String> RELATIVE = Set.of("that", "which", "who");
    private static final Set<String> NEEDING = Set.of("need", "requir", "depend", "demand", "still");
    private static final Set<String> PIVOTS = Set.of("than", "instead", "rather");
    private static final Set<String> SIDELESS = Set.of("than", "instead", "rather", "do", "does", "did");
    private static final int MISSING_WITHIN = 6;
    private static final Set<String> MISSING = Set.of("missing", "lost");

    private static final Map<String, Set<String>> OPPOSITES = opposites(List.of(
            "faster slower",
            "faster slowly",
            "quicker slower",
            "fast slow",
            "quick slow",
            "more less",
            "more fewer",
            "most least",
            "larger smaller",
            "bigger smaller",
            "longer shorter",
            "longest shortest",
            "higher lower",
            "better worse",
            "best worst",
            "cheaper dearer",
            "before after",
            "always never",
            "all none",
            "everybody nobody",
            "everyone nobody",
            "everything nothing",
            "anybody nobody",
            "with without",
            "free paid",
            "free charged",
            "rises falls",
            "increases decreases",
            "gains loses",
            "online offline",
            "open closed",
            "inside outside",
            "first last",
            "above below",
            "early late",
            "earlier later",
            "easy hard",
            "easier harder",
            "allowed forbidden",
            "included excluded",
            "included extra",
            "optional mandatory",
            "needs needless",
            "supported unsupported",
            "encrypted unencrypted",
            "stay leave",
            "stays leaves",
            "keep lose",
            "keeps loses",
            "starts stops",
            "same different",
            "none some",
            "no some",
            "nobody somebody",
            "one several"));

    private Polarity() {}

    static boolean isNegator(Word word) {
        return DENYING.contains(word.text()) || EXCLUDING.contains(word.text());
    }

    /**
     * Of what only means the same, a negation that it lacks is no denial, nor is another order: it may be said the other way round.
     *
     * @param wording what the claim says that comes nearest
     */
    static boolean denies(Statement said, Statement wording, Claim claim, Match.Kind match) {
        var whole = Statement.of(wording.text() + " " + String.join(" ", claim.qualifiers()));
        return switch (match) {
            case EXACT -> isDeniedBefore(said, wording);
            case NEAR, MEANING ->
                (isNegated(said) && !isNegated(whole))
                        || (isDenying(said) && !isDenying(whole) && !cancels(said) && !excludesTheSame(said, whole))
                        || (match == Match.Kind.NEAR && (dropsANegation(said, wording) || swaps(said, wording)))
                        || turns(said, wording)
                        || Names.areSwapped(said, Statement.of(claim.text()))
                        || needsWhatIsExcluded(said, wording);
        };
    }

    /** Right before the claim's words: "you can no longer". */
    private static boolean isDeniedBefore(Statement said, Statement wording) {
        var words = said.words();
        var at = Collections.indexOfSubList(
                words.stream().map(Word::text).toList(),
                wording.words().stream().map(Word::text).toList());
        return at > 0
                && words.subList(Math.max(0, at - 3), at).stream().anyMatch(Polarity::isNegator)
                && !isAfterAMark(said.text(), words.get(at));
    }

    /** It needs what the claim does without. */
    private static boolean needsWhatIsExcluded(Statement said, Statement claim) {
        var excluded = excluded(claim, negators(claim));
        return negators(said).isEmpty()
                && !excluded.isEmpty()
                && said.words().stream().anyMatch(word -> NEEDING.contains(word.stem()))
                && stems(said, said.words()).containsAll(excluded);
    }

    /** What the claim says that there is not, it says that there is. */
    private static boolean dropsANegation(Statement said, Statement claim) {
        var negated = claim.words().stream()
                .dropWhile(word -> !isNegator(word))
                .skip(1)
                .filter(claim.content()::contains)
                .findFirst();
        return claim.isOneSentence()
                && !isNegated(said)
                && isNegated(claim)
                && negated.isPresent()
                && said.content().stream()
                        .anyMatch(word -> word.stem().equals(negated.get().stem()));
    }

    private static boolean isDenying(Statement statement) {
        return statement.words().stream().anyMatch(word -> DENYING.contains(word.text()));
    }

    /** Most of what the claim says that there is not is what is denied: "guests do not need a licence" for "no licence". */
    private static boolean excludesTheSame(Statement said, Statement claim) {
        var claimed = excluded(claim, negators(claim));
        var denied = negators(said).stream()
                .filter(word -> DENYING.contains(word.text()))
                .toList();
        return 2 * common(claimed, excluded(said, denied)) >= claimed.size();
    }

    /** The stems of what stands behind a negation, up to the next mark; of all before it, where nothing does. */
    private static Set<String> excluded(Statement statement, List<Word> negators) {
        var words = statement.words();
        return negators.stream()
                .map(words::indexOf)
                .flatMap(at -> {
                    var behind = contentUntilAMark(statement, at + 1);
                    return (behind.isEmpty() ? stems(statement, words.subList(0, at)) : behind).stream();
                })
                .collect(Collectors.toSet());
    }

    private static Set<String> contentUntilAMark(Statement statement, int from) {
        var words = statement.words();
        var to = from;
        while (to < words.size() && !isAfterAMark(statement.text(), words.get(to)) && !isNegator(words.get(to))) {
            to++;
        }
        return stems(statement, words.subList(from, to));
    }

    private static boolean isAfterAMark(String text, Word word) {
        return MARK.matcher(text.substring(Math.max(0, word.start() - LONGEST_MARK), word.start()))
                .find();
    }

    private static Set<String> stems(Statement statement, List<Word> words) {
        return words.stream()
                .filter(statement.content()::contains)
                .map(Word::stem)
                .collect(Collectors.toSet());
    }

    /** No X is without Y says that each has it. */
    private static boolean isNegated(Statement statement) {
        var negators = negators(statement);
        return !negators.isEmpty()
                && !cancels(statement)
                && !(negators.size() == 2
                        && CANCELLING.contains(negators.getLast().text()));
    }

    /** That there is none that has not says that each has; that nothing is missing, that all is there. */
    private static boolean cancels(Statement statement) {
        var words = statement.words();
        var negators = negators(statement);
        return negators.stream()
                        .map(words::indexOf)
                        .flatMap(at -> words.subList(at, Math.min(words.size(), at + MISSING_WITHIN)).stream())
                        .anyMatch(word -> MISSING.contains(word.text()))
                || (negators.size() == 2
                        && words.subList(words.indexOf(negators.getFirst()), words.indexOf(negators.getLast())).stream()
                                .anyMatch(word -> RELATIVE.contains(word.text())));
    }

    private static List<Word> negators(Statement statement) {
        return statement.words().stream().filter(Polarity::isNegator).toList();
    }

    /** It has the opposite of a word of the claim in that word's place. */
    private static boolean turns(Statement said, Statement claim) {
        var words = texts(said);
        var claimed = texts(claim);
        return claimed.stream()
                .filter(word -> !words.contains(word))
                .flatMap(word -> OPPOSITES.getOrDefault(word, Set.of()).stream())
                .anyMatch(opposite -> words.contains(opposite) && !claimed.contains(opposite));
    }

    /** Both compare, and what stands on the two sides of "than" or "instead of" has changed places. */
    private static boolean swaps(Statement said, Statement claim) {
        var left = aroundThePivot(said, true);
        var right = aroundThePivot(said, false);
        var claimedLeft = aroundThePivot(claim, true);
        var claimedRight = aroundThePivot(claim, false);
        if (right.isEmpty() || claimedRight.isEmpty()) {
            return false;
        }
        return common(right, claimedRight) < common(right, claimedLeft) && common(left, claimedRight) > 0;
    }

    private static Set<String> aroundThePivot(Statement statement, boolean before) {
        var words = statement.words();
        var pivot = words.stream()
                .filter(word -> PIVOTS.contains(word.text()))
                .mapToInt(Word::start)
                .max();
        return pivot.isEmpty()
                ? Set.of()
                : words.stream()
                        .filter(word -> !word.isStop() && !SIDELESS.contains(word.text()))
                        .filter(word -> before == word.start() < pivot.getAsInt())
                        .map(Word::stem)
                        .collect(Collectors.toSet());
    }

    private static long common(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).count();
    }

    /** "With no" is "without". */
    private static Set<String> texts(Statement statement) {
        var joined = Words.joined(statement.words()).replaceAll("\\bwith no\\b", "without");
        return new HashSet<>(List.of(joined.split(" ")));
    }

    private static Map<String, Set<String>> opposites(List<String> pairs) {
        var opposites = new HashMap<String, Set<String>>();
        for (var pair : pairs) {
            var words = pair.split(" ");
            opposites.computeIfAbsent(words[0], word -> new HashSet<>()).add(words[1]);
            opposites.computeIfAbsent(words[1], word -> new HashSet<>()).add(words[0]);
        }
        return Map.copyOf(opposites);
    }
}
