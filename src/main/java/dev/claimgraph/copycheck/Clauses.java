package dev.claimgraph.copycheck;

import dev.claimgraph.search.Sentences.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes a sentence apart that says several things, of which each may be a claim, or break one, on its own. */
final class Clauses {

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}]+");
    private static final Set<String> BETWEEN = Set.of("–", "—", ";", ":");
    private static final Set<String> CONJUNCTIONS = Set.of("and", "but");
    private static final Set<String> AFTER_COMMA = Set.of("and", "but", "while", "whereas", "so", "because", "which");

    /** What a clause after a conjunction may begin with, short as it may be. */
    private static final Set<String> VERBS =
            Set.of("is", "are", "was", "were", "has", "have", "can", "will", "does", "never", "always");

    /** Words that say something of their own, rather than announce what follows. */
    private static final int SHORTEST = 3;

    /** Words, on each side of a conjunction, that have a verb among them, rather than list what goes with one. */
    private static final int WITH_A_VERB = 5;

    private final String text;
    private final List<Range> clauses = new ArrayList<>();

    private Clauses(String text) {
        this.text = text;
    }

    /** Where in the text the clauses of one of its sentences are; none for a sentence of a single one. */
    static List<Range> in(String text, Range sentence) {
        var words = WORD.matcher(text)
                .region(sentence.start(), sentence.end())
                .results()
                .toList();
        var clauses = new Clauses(text);
        clauses.splitAtMarks(words);
        return clauses.clauses;
    }

    private void splitAtMarks(List<MatchResult> words) {
        var from = 0;
        for (var i = 0; i < words.size(); i++) {
            var between = BETWEEN.contains(words.get(i).group());
            if (between || endsWithAnyOf(";:", words.get(i).end())) {
                splitAtConjunctions(words.subList(from, between ? i : i + 1), words.size());
                from = i + 1;
            }
        }
        splitAtConjunctions(words.subList(from, words.size()), words.size());
    }

    private void splitAtConjunctions(List<MatchResult> words, int ofAll) {
        var from = 0;
        for (var i = WITH_A_VERB; i <= words.size() - SHORTEST - 1; i++) {
            if (i - from >= WITH_A_VERB
                    && joins(words.get(i - 1), words.get(i))
                    && (words.size() - i >= WITH_A_VERB
                            || VERBS.contains(words.get(i + 1).group()))) {
                add(words.subList(from, i), ofAll);
                from = i;
            }
        }
        add(words.subList(from, words.size()), ofAll);
    }

    private boolean joins(MatchResult before, MatchResult word) {
        return (endsWithAnyOf(",", before.end()) ? AFTER_COMMA : CONJUNCTIONS).contains(word.group());
    }

    private void add(List<MatchResult> words, int ofAll) {
        if (words.size() >= SHORTEST && words.size() < ofAll) {
            var end = words.getLast().end();
            clauses.add(new Range(words.getFirst().start(), endsWithAnyOf(",;:", end) ? end - 1 : end));
        }
    }

    private boolean endsWithAnyOf(String marks, int end) {
        return marks.indexOf(text.charAt(end - 1)) >= 0;
    }
}
