package dev.claimgraph.copycheck;

import dev.claimgraph.search.Words;
import dev.claimgraph.search.Words.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether one statement denies what another asserts: it negates it, or turns its comparison round. */
final class Polarity {

    /** What is not done. */
    private static final Set<String> DENYING =
            Set.of(("not never cannot cant dont doesnt didnt wont wouldnt isnt arent wasnt werent hasnt havent couldnt"
                            + " shouldnt fails fail unable refuses refuse nobody none neither")
                    .split(" "));

    /** What there is not. */
    private static final Set<String> EXCLUDING =
            Set.of("no nothing nowhere nor without except hardly unless lacks lack impossible instead rather stops"
                    .split(" "));

    private static final Set<String> CANCELLING = Set.of("without", "lacks", "lack", "unless");

    private static final Pattern MARK = Pattern.compile("[.,;:!?][\"'”’)]*\\s+[\"'“‘(]*$");
    private static final Set<String> RELATIVE = Set.of("that", "which", "who");
    private static final Set<String> MISSING = Set.of("missing", "lost", "left");

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

    /** Of what only means the same, a negation that it lacks is no denial: it may be said the other way round. */
    static boolean denies(Statement said, Statement claim, Match.Kind match) {
        return (isNegated(said) && !isNegated(claim))
                || (isDenying(said) && !isDenying(claim) && !cancels(said) && !excludesTheSame(said, claim))
                || (match != Match.Kind.MEANING && dropsANegation(said, claim))
                || turns(said, claim)
                || swaps(said, claim);
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
        return MARK.matcher(text.substring(0, word.start())).find();
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
        return words.stream().anyMatch(word -> MISSING.contains(word.text()))
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
        var words = statement.words();
        var than = IntStream.range(0, words.size())
                .filter(at -> words.get(at).text().equals("than"))
                .filter(at -> at == 0 || !words.get(at - 1).text().equals("rather"))
                .map(at -> words.get(at).start())
                .max();
        return than.isEmpty()
                ? Set.of()
                : statement.words().stream()
                        .filter(word -> !word.isStop() && !word.text().equals("than"))
                        .filter(word -> before == word.start() < than.getAsInt())
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
