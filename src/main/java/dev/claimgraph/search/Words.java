package dev.claimgraph.search;

import dev.claimgraph.shared.Fingerprint;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The words of a text as finding and checking compare them: whatever its case, white space, punctuation and typography. */
public final class Words {

    /** Numbers with what groups or divides their digits, words with the apostrophes in them, and the signs that say an amount. */
    private static final Pattern WORD = Pattern.compile(
            "\\p{N}++(?:[.,]\\p{N}++)*+|[\\p{L}\\p{M}&&[^ʼ]]++(?:['’ʼ][\\p{L}\\p{M}&&[^ʼ]]++)*+|[%€$£]");

    private static final Pattern GROUPED = Pattern.compile("\\p{N}{1,3}(?:,\\p{N}{3})++(?:\\.\\p{N}+)?");
    private static final Pattern POSSESSIVE = Pattern.compile("['’ʼ]s$");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");

    private static final CharArraySet STOP = EnglishAnalyzer.getDefaultStopSet();

    private Words() {}

    public static List<Word> of(String text) {
        var stemmer = new EnglishStemmer();
        var words = new ArrayList<Word>();
        var found = WORD.matcher(text);
        while (found.find()) {
            var word = plain(found.group());
            if (!word.isEmpty()) {
                stemmer.setCurrent(word);
                stemmer.stem();
                words.add(new Word(found.start(), found.end(), word, stemmer.getCurrent()));
            }
        }
        return words;
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

    /**
     * One word.
     *
     * @param start its place in the text, in UTF-16 code units; the end is exclusive
     * @param stem by the Porter2 stemmer for English
     */
    public record Word(int start, int end, String text, String stem) {

        /** Whether it says nothing by itself: the, of, to. */
        public boolean isStop() {
            return STOP.contains(text);
        }
    }
}
