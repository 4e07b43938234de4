package dev.claimgraph.copycheck;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The noun that a number counts: the first plural behind it, two words of description between at most. */
final class Nouns {

    private static final Pattern WORD =
            Pattern.compile("[ \\u00A0\\u202F-](?<word>\\p{L}+(?:-\\p{L}+){0,3})(?![\\p{N}])");
    private static final Set<String> NO_NOUNS = Set.of(
            "after", "always", "before", "can", "each", "every", "from", "has", "his", "its", "less", "more", "needs",
            "once", "our", "out", "over", "per", "perhaps", "plus", "so", "than", "thus", "until", "up", "us", "versus",
            "was", "we", "when", "which", "who", "yes", "you", "your");
    private static final Set<String> IRREGULAR = Set.of("people", "men", "women", "children", "feet", "criteria");

    private Nouns() {}

    /** @param single whether the number is 1, so that the noun is no plural */
    static @Nullable Noun after(Place place, boolean single) {
        return after(place, read -> single || isPlural(read.group("word")) || isJoined(read.group()));
    }

    static @Nullable Noun after(Place place, Set<String> stems) {
        return after(place, read -> stems.contains(stem(read.group("word"))));
    }

    private static @Nullable Noun after(Place place, Predicate<MatchResult> isNoun) {
        var at = place;
        for (var words = 0; words < 3; words++) {
            var read = at.read(WORD);
            if (read == null || isNoNoun(read.group("word"))) {
                return null;
            }
            if (isNoun.test(read)) {
                return new Noun(read.start("word"), read.end(), stem(read.group("word")));
            }
            at = at.to(read.end());
        }
        return null;
    }

    static String stem(String word) {
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(word.toLowerCase(Locale.ROOT));
        stemmer.stem();
        return stemmer.getCurrent();
    }

    static boolean isNoNoun(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return NO_NOUNS.contains(lower) || EnglishAnalyzer.getDefaultStopSet().contains(lower);
    }

    /** As in "4-person team". */
    private static boolean isJoined(String word) {
        return word.startsWith("-");
    }

    private static boolean isPlural(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return IRREGULAR.contains(lower) || lower.matches("\\p{L}+[^siu]s");
    }

    record Noun(int start, int end, String stem) {}
}
