package dev.claimgraph.search;

import dev.claimgraph.shared.Fingerprint;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The words of a text as finding and checking compare them: whatever its case, white space, punctuation and typography. */
public final class Words {

    /** Numbers with what groups or divides their digits, words with the apostrophes in them, and the signs that say an amount. */
    private static final Pattern WORD = Pattern.compile(
            "\\p{N}++(?:[.,]\\p{N}++)*+|[\\p{L}\\p{M}&&[^ʼ]]++(?:['’ʼ][\\p{L}\\p{M}&&[^ʼ]]++)*+|[%€$£]");

    /** What is in no word that is written in English letters. */
    private static final String BETWEEN = " .,;:!?-/()";

    private static final Pattern GROUPED = Pattern.compile("\\p{N}{1,3}(?:,\\p{N}{3})++(?:\\.\\p{N}+)?");
    private static final Pattern POSSESSIVE = Pattern.compile("['’ʼ]s$");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");

    private static final CharArraySet STOP = EnglishAnalyzer.getDefaultStopSet();

    private Words() {}

    public static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var other = WORD.matcher(text);
        for (var at = 0; at < text.length(); ) {
            var end = endOfPlain(text, at);
            if (end > at) {
                words.add(new Word(at, end, text.substring(at, end).toLowerCase(Locale.ROOT)));
                at = end;
            } else if (isBetween(text.charAt(at))) {
                at++;
            } else if (other.find(at)) {
                var word = plain(other.group());
                if (!word.isEmpty()) {
                    words.add(new Word(other.start(), other.end(), word));
                }
                at = other.end();
            } else {
                at = text.length();
            }
        }
        return words;
    }

    /** Where a word ends that is nothing but English letters, as most are; where it begins if it is not. */
    private static int endOfPlain(String text, int start) {
        var end = start;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end == text.length() || isBetween(text.charAt(end)) ? end : start;
    }

    private static boolean isBetween(char sign) {
        return BETWEEN.indexOf(sign) >= 0;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    /** Equal for texts of the same words in the same order. */
    public static String print(String text) {
        return Fingerprint.sha256(joined(of(text)));
    }

    /** What an index of words takes to look for one of these, as the text writes it: no sign in it is an operator, nor is a word. */
    public static Stream<String> terms(String text, List<Word> words) {
        return words.stream()
                .filter(word -> Character.isLetterOrDigit(word.text().codePointAt(0)))
                .map(word -> text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT));
    }

    /** The words alone, a space between each two. */
    public static String joined(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private static String plain(String word) {
        if (GROUPED.matcher(word).matches()) {
            return word.replace(",", "");
        }
        var lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return APOSTROPHES.matcher(POSSESSIVE.matcher(lower).replaceAll("")).replaceAll("");
    }

    /** One word. */
    public static final class Word {

        private final int start;
        private final int end;
        private final String text;
        private @Nullable String stem;

        private Word(int start, int end, String text) {
            this.start = start;
            this.end = end;
            this.text = text;
        }

        /** Its place in the text, in UTF-16 code units. */
        public int start() {
            return start;
        }

        /** The end of that place, exclusive. */
        public int end() {
            return end;
        }

        /** As it is compared: in lower case, without apostrophes, and a number without what groups its digits. */
        public String text() {
            return text;
        }

        /** By the Porter2 stemmer for English, which begins with the same letter. */
        public String stem() {
            var known = stem;
            if (known == null) {
                var stemmer = new EnglishStemmer();
                stemmer.setCurrent(text);
                stemmer.stem();
                known = stemmer.getCurrent();
                stem = known;
            }
            return known;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Word word && start == word.start && end == word.end && text.equals(word.text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(start, end, text);
        }

        @Override
        public String toString() {
            return text;
        }

        public boolean hasStemOf(Word other) {
            return text.equals(other.text) || (text.charAt(0) == other.text.charAt(0) && stem().equals(other.stem()));
        }

        /** Whether it says nothing by itself: the, of, to. */
        public boolean isStop() {
            return STOP.contains(text);
        }
    }
}
