package dev.claimgraph.copycheck;

import dev.claimgraph.search.Words.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The two that a claim compares, by their names, and what it says of each. */
final class Names {

    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}\\p{N}/]+(?: (?:\\p{Lu}[\\p{L}\\p{N}]*|&)){0,6}+");

    private Names() {}

    /** Copy says of one what the claim says of the other. */
    static boolean areSwapped(Statement copy, Statement claim) {
        var claimed = saidOf(claim);
        if (claimed.size() != 2) {
            return false;
        }
        var said = saidOf(copy);
        if (said.isEmpty() || !claimed.keySet().containsAll(said.keySet())) {
            return false;
        }
        var names = List.copyOf(claimed.keySet());
        var same = 0;
        var swapped = 0;
        for (var at = 0; at < 2; at++) {
            var words = said.getOrDefault(names.get(at), Set.of());
            same += common(words, claimed.getOrDefault(names.get(at), Set.of()));
            swapped += common(words, claimed.getOrDefault(names.get(1 - at), Set.of()));
        }
        return swapped > same + 1;
    }

    /** By name, the stems between it and the next one. */
    private static Map<String, Set<String>> saidOf(Statement statement) {
        var names = NAME.matcher(statement.text())
                .results()
                .filter(name -> isName(name.group()))
                .toList();
        var said = new HashMap<String, Set<String>>();
        for (var at = 0; at < names.size(); at++) {
            var from = names.get(at).end();
            var to = at + 1 < names.size()
                    ? names.get(at + 1).start()
                    : statement.text().length();
            said.computeIfAbsent(names.get(at).group(), name -> new HashSet<>()).addAll(stems(statement, from, to));
        }
        return said;
    }

    /** Of two words, or with a digit: any other may only begin a sentence. */
    private static boolean isName(String name) {
        return name.contains(" ") || name.matches(".*\\p{N}.*");
    }

    private static Set<String> stems(Statement statement, int from, int to) {
        return statement.words().stream()
                .filter(word -> word.start() >= from && word.end() <= to && !word.isStop())
                .map(Word::stem)
                .collect(Collectors.toSet());
    }

    private static int common(Set<String> some, Set<String> others) {
        return (int) some.stream().filter(others::contains).count();
    }
}
