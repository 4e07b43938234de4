package dev.claimgraph.copycheck;

import dev.claimgraph.search.Words.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether one statement denies what another asserts: it negates it, or turns its comparison round. */
final class Polarity {

    private static final Set<String> NEGATORS = Set.of(
            "not",
            "no",
            "never",
            "none",
            "nobody",
            "nothing",
            "nowhere",
            "neither",
            "nor",
            "cannot",
            "cant",
            "dont",
            "doesnt",
            "didnt",
            "wont",
            "wouldnt",
            "isnt",
            "arent",
            "wasnt",
            "werent",
            "hasnt",
            "havent",
            "couldnt",
            "shouldnt",
            "without",
            "except",
            "hardly",
            "unless",
            "fails",
            "fail",
            "lacks",
            "lack",
            "unable",
            "impossible",
            "instead",
            "stops",
            "loses");

    private static final Set<String> CANCELLING = Set.of("without", "lacks", "lack", "unless");

    private static final Map<String, Set<String>> OPPOSITES = opposites(List.of(
            "faster slower",
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
        return NEGATORS.contains(word.text());
    }

    /** Of what only means the same, a negation that it lacks is no denial: it may be said the other way round. */
    static boolean denies(Statement said, Statement claim, Match.Kind match) {
        var negated = isNegated(said);
        var claimed = isNegated(claim);
        return (negated && !claimed)
                || (claimed && !negated && match != Match.Kind.MEANING && claim.isOneSentence())
                || turns(said, claim)
                || swaps(said, claim);
    }

    /** No X is without Y says that each has it. */
    private static boolean isNegated(Statement statement) {
        var negators = statement.words().stream()
                .filter(Polarity::isNegator)
                .map(Word::text)
                .toList();
        return !negators.isEmpty() && !(negators.size() == 2 && CANCELLING.contains(negators.getLast()));
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

    /** Both compare by "than", and what stands on its two sides has changed places. */
    private static boolean swaps(Statement said, Statement claim) {
        var left = aroundThan(said, true);
        var right = aroundThan(said, false);
        var claimedLeft = aroundThan(claim, true);
        var claimedRight = aroundThan(claim, false);
        if (right.isEmpty() || claimedRight.isEmpty()) {
            return false;
        }
        return common(right, claimedRight) < common(right, claimedLeft) && common(left, claimedRight) > 0;
    }

    private static Set<String> aroundThan(Statement statement, boolean before) {
        var than = statement.words().stream()
                .filter(word -> word.text().equals("than"))
                .mapToInt(Word::start)
                .max();
        return than.isEmpty()
                ? Set.of()
                : statement.content().stream()
                        .filter(word -> before == word.start() < than.getAsInt())
                        .map(Word::stem)
                        .collect(Collectors.toSet());
    }

    private static long common(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).count();
    }

    private static Set<String> texts(Statement statement) {
        return statement.words().stream().map(Word::text).collect(Collectors.toSet());
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
